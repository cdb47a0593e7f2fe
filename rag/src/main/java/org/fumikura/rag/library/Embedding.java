package org.fumikura.rag.library;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives passages their meaning, behind the words: one thread that takes the documents wanted,
/// oldest first, and embeds their passages in batches that may span documents.
///
/// A document is worked on while a job wants it. If the model fails twice on a batch the wanting
/// jobs fail and the thread waits for the next wish.
final class Embedding implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Embedding.class);
    private static final int BATCH = 64;

    private final Database database;
    private final PassageIndex index;
    private final Supplier<Optional<EmbeddingModel>> model;
    private final Sink sink;
    private final Bulletin bulletin;
    private final Thread thread;

    private final Map<DocumentId, Set<Job>> wishes = new HashMap<>();
    private final Queue<DocumentId> queue = new ArrayDeque<>();

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
            Set<Job> jobs = wishes.computeIfAbsent(document, _ -> new LinkedHashSet<>());
            if (jobs.isEmpty()) {
                queue.add(document);
            }
            jobs.add(job);
            notifyAll();
        }
    }

    /// Vectors of a document were committed.
    void progressed(DocumentId document) {
        if (missing(document) > 0) {
            return;
        }
        Set<Job> satisfied;
        synchronized (this) {
            satisfied = wishes.remove(document);
        }
        if (satisfied != null) {
            satisfied.forEach(job -> job.embedded(document));
        }
    }

    /// The passages of a document are others now: vectors that were made for it meanwhile are void.
    synchronized void startAgain(DocumentId document) {
        if (wishes.containsKey(document)) {
            queue.add(document);
            notifyAll();
        }
    }

    /// Embedding cannot go on: all that wait for it hear so.
    void fail(RuntimeException fault) {
        Set<Job> waiting = new LinkedHashSet<>();
        synchronized (this) {
            wishes.values().forEach(waiting::addAll);
            wishes.clear();
            queue.clear();
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
                .map(progress -> progress.passages() - progress.embedded())
                .orElse(0);
    }

    private void run() {
        try {
            var batch = new Batch();
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

    private void embed(DocumentId document, Batch batch) throws InterruptedException {
        var progress = database.read(handle -> DocumentTable.embedding(handle, document));
        int total = progress.map(p -> p.passages()).orElse(0);
        int done = progress.map(p -> p.embedded()).orElse(0);
        if (progress.isEmpty() || done >= total) {
            // Its last vectors were committed while it was wished for, or it was taken out.
            progressed(document);
            return;
        }
        while (done < total && isWanted(document)) {
            int end = Math.min(total, done + BATCH - batch.size());
            batch.add(document, progress.get().upTo(end), index.passages(ids(document, done, end)));
            done = end;
            if (batch.size() >= BATCH) {
                flush(batch);
            }
        }
    }

    private static List<PassageId> ids(DocumentId document, int from, int to) {
        var ids = new ArrayList<PassageId>();
        for (int ordinal = from; ordinal < to; ordinal++) {
            ids.add(new PassageId(document, Chunker.VERSION, ordinal));
        }
        return ids;
    }

    private void flush(Batch batch) throws InterruptedException {
        if (batch.isEmpty()) {
            return;
        }
        try {
            List<PassageVector> vectors = vectors(batch.passages());
            sink.accept(new IndexWrite.Vectors(vectors, batch.upTo()));
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

    private List<PassageVector> vectors(List<Passage> passages) {
        Optional<EmbeddingModel> current = model.get();
        if (current.isEmpty()) {
            throw new RagException(RagException.Code.EMBEDDER_MISSING, "");
        }
        Map<PassageId, PassageVector> known =
                database.read(handle -> KeptVectors.find(handle, index.embedder(), passages));
        List<Passage> fresh = passages.stream().filter(p -> !known.containsKey(p.id())).toList();
        var vectors = new ArrayList<>(known.values());
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
        while (queue.isEmpty()) {
            wait();
        }
        return queue.remove();
    }

    private synchronized Optional<DocumentId> poll() {
        return Optional.ofNullable(queue.poll());
    }

    private synchronized boolean isWanted(DocumentId document) {
        Set<Job> jobs = wishes.getOrDefault(document, Set.of());
        if (jobs.stream().allMatch(Job::isOver)) {
            wishes.remove(document);
            return false;
        }
        return true;
    }

    /// Where vectors go to be written.
    @FunctionalInterface
    interface Sink {
        void accept(IndexWrite.Vectors vectors) throws InterruptedException;
    }

    /// Passages gathered for one call of the model.
    private static final class Batch {
        private final List<Passage> passages = new ArrayList<>();
        private final Map<DocumentId, EmbeddingProgress> upTo = new LinkedHashMap<>();

        void add(DocumentId document, EmbeddingProgress end, List<Passage> more) {
            passages.addAll(more);
            upTo.put(document, end);
        }

        List<Passage> passages() {
            return List.copyOf(passages);
        }

        Map<DocumentId, EmbeddingProgress> upTo() {
            return Map.copyOf(upTo);
        }

        int size() {
            return passages.size();
        }

        boolean isEmpty() {
            return upTo.isEmpty();
        }

        void clear() {
            passages.clear();
            upTo.clear();
        }
    }
}
