package org.fumikura.rag.library;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.RagException;
import org.fumikura.rag.chunk.Chunker;
import org.fumikura.rag.index.PassageIndex;
import org.fumikura.rag.index.PassageVector;
import org.fumikura.rag.library.DocumentTable.EmbeddingProgress;
import org.fumikura.rag.library.IndexWrite.Vectors.Stretch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives passages their meaning, behind the words: one thread that takes the documents wanted, the
/// preferred first, then the oldest, and embeds their passages in batches that may span documents.
/// Passages whose vectors were kept go along in the batch and do not count.
///
/// Words come first: while files are read the preferred documents wait for the urgent ones of them
/// and the others for all, so that readers and writer have the processors to themselves. Not for
/// long, where nothing comes of the reading.
///
/// A document is worked on while a job wants it. If the model fails twice on a batch the wanting
/// jobs fail and the thread waits for the next wish.
final class Embedding implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Embedding.class);

    /// Passages in one call of the model.
    private static final int BATCH = 64;

    /// Passages handed to the writer at once, those with them whose vectors are known.
    private static final int WRITTEN = 1024;

    /// A file that takes longer to read is not waited for.
    private static final Duration LONG_READING = Duration.ofSeconds(3);

    private final Database database;
    private final PassageIndex index;
    private final Supplier<Optional<EmbeddingModel>> model;
    private final Sink sink;
    private final Bulletin bulletin;
    private final Thread thread;

    private final Map<DocumentId, Wish> wishes = new HashMap<>();
    private final LinkedHashSet<DocumentId> queue = new LinkedHashSet<>();
    private final LinkedHashSet<DocumentId> preferred = new LinkedHashSet<>();
    private boolean paused;
    private boolean urgentFilesAreRead;
    private boolean filesAreRead;

    /// When reading last began or ended with a file, by the system's nanoseconds.
    private long lastRead = System.nanoTime();

    /// @param model embeds passages; empty while there is none
    Embedding(
            Database database,
            PassageIndex index,
            Supplier<Optional<EmbeddingModel>> model,
            Bulletin bulletin,
            Sink sink) {
        this.database = database;
        this.index = index;
        this.model = model;
        this.bulletin = bulletin;
        this.sink = sink;
        this.thread = Thread.ofPlatform().name("library-embedding").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// Asks for the vectors of a document that is searchable by words. The job hears when they are
    /// there; at once, if none are missing or there is no model.
    void want(DocumentId document, Job job) {
        if (job.isOver() || model.get().isEmpty() || missing(document) == 0) {
            return;
        }
        job.awaitVectors(document);
        synchronized (this) {
            Wish wish = wishes.computeIfAbsent(document, _ -> new Wish());
            boolean isNew = wish.jobs.isEmpty();
            wish.jobs.add(job);
            if (job.urgency() == Urgency.NOW) {
                prefer(document, wish);
            }
            if (isNew) {
                queue(wish).add(document);
            }
            notifyAll();
        }
    }

    /// What is known of the document's vectors is not so any more: its passages were written anew,
    /// or vectors of it were not taken. If it is wanted, it is gone on with from where it stands.
    synchronized void standsAnew(DocumentId document) {
        wish(document)
                .ifPresent(wish -> {
                    wish.handedOn = OptionalInt.empty();
                    queue(wish).add(document);
                    notifyAll();
                });
    }

    /// These documents come next, in this order, those of them that are wanted: what is worked on
    /// lets them pass after the batch at hand.
    synchronized void prefer(List<DocumentId> documents) {
        for (DocumentId document : documents.reversed()) {
            wish(document)
                    .ifPresent(wish -> {
                        prefer(document, wish);
                        if (preferred.contains(document)) {
                            preferred.addFirst(document);
                        }
                    });
        }
    }

    private void prefer(DocumentId document, Wish wish) {
        wish.preferred = true;
        if (queue.remove(document)) {
            preferred.add(document);
        }
    }

    /// After the batch at hand no more is embedded.
    synchronized void pause() {
        paused = true;
    }

    /// The end of a pause.
    synchronized void goOn() {
        paused = false;
        notifyAll();
    }

    /// What is being read or waits for it, told whenever a file is begun with or done.
    synchronized void filesAreRead(boolean urgent, boolean any) {
        lastRead = System.nanoTime();
        // Waking the thread with every file would cost more than the rest.
        if (urgent != urgentFilesAreRead || any != filesAreRead) {
            urgentFilesAreRead = urgent;
            filesAreRead = any;
            notifyAll();
        }
    }

    /// Vectors of a document were committed.
    void progressed(DocumentId document) {
        Optional<Wish> satisfied;
        // A wish that comes after the passages were written anew is not satisfied by what was there
        // before.
        synchronized (this) {
            satisfied = missing(document) > 0 ? Optional.empty() : forget(document);
        }
        satisfied.ifPresent(wish -> wish.tell(document));
    }

    /// The index does not hold the document any more: nobody waits for its vectors.
    void gone(DocumentId document) {
        forget(document).ifPresent(wish -> wish.tell(document));
    }

    private synchronized Optional<Wish> forget(DocumentId document) {
        return Optional.ofNullable(wishes.remove(document));
    }

    /// Embedding cannot go on: all that wait for it hear so.
    void fail(RuntimeException fault) {
        Set<Job> waiting = new LinkedHashSet<>();
        synchronized (this) {
            wishes.values().forEach(wish -> waiting.addAll(wish.jobs));
            wishes.clear();
            queue.clear();
            preferred.clear();
        }
        waiting.forEach(job -> job.failMeaning(fault));
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }

    private int missing(DocumentId document) {
        return database.read(handle -> DocumentTable.embedding(handle, document))
                .map(EmbeddingProgress::missing)
                .orElse(0);
    }

    private void run() {
        try {
            var batch = new EmbeddingBatch();
            while (true) {
                Optional<DocumentId> next = batch.isEmpty() ? Optional.of(take()) : poll();
                if (next.isPresent()) {
                    embed(next.get(), batch);
                } else {
                    flush(batch);
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /// Takes the document's next passages into the batch, as many as it has room for.
    private void embed(DocumentId document, EmbeddingBatch batch) throws InterruptedException {
        if (!isWanted(document)) {
            return;
        }
        Optional<EmbeddingProgress> progress =
                database.read(handle -> DocumentTable.embedding(handle, document));
        if (progress.filter(now -> now.missing() > 0).isEmpty()) {
            // Its last vectors were committed while it was wished for, or it was taken out.
            progressed(document);
        } else if (progress.get().isIndexed()) {
            embed(document, progress.get(), batch);
        }
        // Otherwise the writer is at it, and says so when it is done.
    }

    private void embed(DocumentId document, EmbeddingProgress progress, EmbeddingBatch batch)
            throws InterruptedException {
        int from = handedOn(document).orElse(progress.embedded());
        int end = Math.min(progress.passages(), from + BATCH - batch.freshSize());
        if (from < end) {
            List<Passage> passages =
                    index.passages(PassageId.range(document, Chunker.VERSION, from, end));
            Map<PassageId, PassageVector> known =
                    database.read(handle -> KeptVectors.find(handle, index.embedder(), passages));
            batch.add(new Stretch(document, progress.revision(), from, end), passages, known);
            handOn(document, end, progress.passages());
            if (batch.freshSize() >= BATCH || batch.size() >= WRITTEN) {
                flush(batch);
            }
        }
    }

    private synchronized OptionalInt handedOn(DocumentId document) {
        return wish(document).map(wish -> wish.handedOn).orElse(OptionalInt.empty());
    }

    private synchronized void handOn(DocumentId document, int end, int total) {
        wish(document)
                .ifPresent(wish -> {
                    wish.handedOn = OptionalInt.of(end);
                    if (end < total) {
                        // Others that were preferred meanwhile go before it.
                        if (wish.preferred) {
                            preferred.add(document);
                        } else {
                            queue.addFirst(document);
                        }
                    }
                });
    }

    private void flush(EmbeddingBatch batch) throws InterruptedException {
        if (batch.isEmpty()) {
            return;
        }
        awaitGoOn();
        try {
            sink.accept(new IndexWrite.Vectors(vectors(batch), batch.stretches()));
        } catch (RuntimeException fault) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException();
            }
            LOG.warn("Embedding stopped: {}", fault.getClass().getSimpleName());
            fail(fault);
            bulletin.failed(fault);
        } finally {
            batch.clear();
        }
    }

    private List<PassageVector> vectors(EmbeddingBatch batch) {
        Optional<EmbeddingModel> current = model.get();
        if (current.isEmpty()) {
            throw new RagException(RagException.Code.EMBEDDER_MISSING, "");
        }
        List<PassageVector> vectors = batch.known();
        List<Passage> fresh = batch.fresh();
        if (!fresh.isEmpty()) {
            List<TextSegment> texts =
                    fresh.stream().map(p -> TextSegment.from(EmbeddedText.of(p))).toList();
            List<dev.langchain4j.data.embedding.Embedding> made = embedded(current.get(), texts);
            for (int i = 0; i < fresh.size(); i++) {
                vectors.add(new PassageVector(fresh.get(i).id(), made.get(i).vector()));
            }
        }
        return vectors;
    }

    private static List<dev.langchain4j.data.embedding.Embedding> embedded(
            EmbeddingModel model, List<TextSegment> texts) {
        try {
            return model.embedAll(texts).content();
        } catch (RuntimeException firstFault) {
            // A worker that died is started again by the next call.
            return model.embedAll(texts).content();
        }
    }

    private synchronized DocumentId take() throws InterruptedException {
        while (true) {
            Optional<DocumentId> next = paused ? Optional.empty() : poll();
            if (next.isPresent()) {
                return next.get();
            }
            wait(filesAreRead ? LONG_READING.toMillis() : 0);
        }
    }

    private synchronized void awaitGoOn() throws InterruptedException {
        while (paused) {
            wait();
        }
    }

    private synchronized Optional<DocumentId> poll() {
        boolean wordsCome = System.nanoTime() - lastRead < LONG_READING.toNanos();
        if (!preferred.isEmpty() && !(urgentFilesAreRead && wordsCome)) {
            return Optional.of(preferred.removeFirst());
        }
        return queue.isEmpty() || filesAreRead && wordsCome
                ? Optional.empty()
                : Optional.of(queue.removeFirst());
    }

    private LinkedHashSet<DocumentId> queue(Wish wish) {
        return wish.preferred ? preferred : queue;
    }

    private synchronized boolean isWanted(DocumentId document) {
        boolean wanted =
                wish(document).stream()
                        .flatMap(wish -> wish.jobs.stream())
                        .anyMatch(job -> !job.isOver());
        if (!wanted) {
            wishes.remove(document);
        }
        return wanted;
    }

    private Optional<Wish> wish(DocumentId document) {
        return Optional.ofNullable(wishes.get(document));
    }

    /// That a document be embedded. While it is wished for it is in the queue, or all its passages
    /// are on their way, or the writer is about to say that it stands anew.
    private static final class Wish {
        private final Set<Job> jobs = new LinkedHashSet<>();

        /// So many of the passages are on their way; while it is empty, the database knows.
        private OptionalInt handedOn = OptionalInt.empty();

        private boolean preferred;

        void tell(DocumentId document) {
            jobs.forEach(job -> job.embedded(document));
        }
    }

    /// Where vectors go to be written.
    @FunctionalInterface
    interface Sink {
        void accept(IndexWrite.Vectors vectors) throws InterruptedException;
    }
}
