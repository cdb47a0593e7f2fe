package org.fumikura.rag.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Passage;
import org.fumikura.rag.RagException;
import org.fumikura.rag.chunk.Chunker;
import org.fumikura.rag.parse.DocumentParser;
import org.fumikura.rag.parse.ParseOutcome;
import org.fumikura.rag.parse.ParsedDocument;
import org.fumikura.rag.parse.PictureText;
import org.fumikura.rag.parse.Recognition;
import org.fumikura.rag.parse.RecognitionOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Recognises pictures of text behind the words: one thread that takes the files wanted, oldest
/// first, and reads them once more, some pictures at a go, while no file waits to be read. What was
/// recognised takes the document's place after each go and is found from then on.
///
/// A file is worked on while a job wants it.
final class Recognising implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Recognising.class);
    // Reading files that were added meanwhile waits no longer than this, and one picture.
    private static final int SECONDS = 20;
    private static final int MAX_STOPS = 3;

    private final Database database;
    private final DocumentParser parser;
    private final Chunker chunker;
    private final Bulletin bulletin;
    private final Ends ends;
    private final Thread thread;

    private final Map<Path, Set<Job>> wishes = new HashMap<>();
    private final Queue<Path> queue = new ArrayDeque<>();

    Recognising(
            Database database,
            DocumentParser parser,
            Chunker chunker,
            Bulletin bulletin,
            Ends ends) {
        this.database = database;
        this.parser = parser;
        this.chunker = chunker;
        this.bulletin = bulletin;
        this.ends = ends;
        this.thread = Thread.ofPlatform().name("library-recognition").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// Asks for the text in a file's pictures, if it has any that were not looked at and they can
    /// be recognised. The job hears when all were.
    void want(Path file, Job job) {
        if (job.isOver()
                || !database.read(handle -> FileTable.awaitsRecognition(handle, file))
                || parser.recognises().isEmpty()) {
            return;
        }
        job.awaitPictures(file);
        synchronized (this) {
            Set<Job> jobs = wishes.computeIfAbsent(file, _ -> new LinkedHashSet<>());
            if (jobs.isEmpty()) {
                queue.add(file);
            }
            jobs.add(job);
            notifyAll();
        }
    }

    /// Asks for all files whose pictures were not looked at, or with other languages than there are
    /// now.
    void wantAll(Job job) {
        Set<String> languages = parser.recognises();
        if (!languages.isEmpty()) {
            database.write(
                    handle -> FileTable.forgetRecognition(handle, String.join("+", languages)));
            database.read(FileTable::awaitingRecognition).forEach(file -> want(file, job));
        }
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }

    private void run() {
        try {
            while (true) {
                Path file = take();
                try {
                    recognise(file);
                } catch (IOException unreachable) {
                    LOG.info(
                            "Pictures were not reached: {}",
                            unreachable.getClass().getSimpleName());
                } catch (RuntimeException fault) {
                    fail(file, fault);
                } finally {
                    bulletin.stopReading(file);
                }
                forget(file).forEach(job -> job.picturesRead(file));
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void recognise(Path file) throws IOException, InterruptedException {
        Optional<LibraryFile> before = bulletin.find(file);
        FileStamp stamp = FileStamp.of(file);
        if (before.isEmpty() || !stamp.matches(before.get())) {
            // Whoever looks at the folder next reads it anew.
            return;
        }
        if (before.get().document().isEmpty()) {
            bulletin.startReading(file);
        }
        Optional<DocumentId> known = before.get().document();
        DocumentId id = known.isPresent() ? known.get() : ContentHash.of(file);
        if (known.isEmpty() && database.read(handle -> DocumentTable.isIndexed(handle, id))) {
            // A copy of it was recognised meanwhile.
            jobs(file).stream().findFirst().ifPresent(job -> ends.readAgain(job, file));
            return;
        }
        var pictures = new Gathered(database.read(handle -> RecognisedPictures.find(handle, id)));
        while (!pictures.complete && isWanted(file)) {
            awaitTurn();
            if (!isWanted(file)) {
                return;
            }
            Recognition found = parser.recognise(file, pictures.order());
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (!FileStamp.of(file).equals(stamp)) {
                return;
            }
            pictures.add(found);
            write(file, stamp, id, found, pictures);
        }
    }

    private void write(
            Path file, FileStamp stamp, DocumentId id, Recognition found, Gathered pictures)
            throws InterruptedException {
        Optional<ParsedDocument> better =
                found.outcome() instanceof ParseOutcome.Parsed(var document)
                                && isBetter(document, id)
                        ? Optional.of(document)
                        : Optional.empty();
        List<Passage> passages =
                better.map(document -> chunker.chunk(id, document)).orElse(List.of());
        String languages = pictures.complete ? String.join("+", parser.recognises()) : "";
        var written = new CompletableFuture<DocumentId>();
        ends.write(
                new IndexWrite.Recognised(
                        file,
                        stamp,
                        id,
                        better.filter(_ -> !passages.isEmpty()),
                        passages,
                        pictures.texts(),
                        languages,
                        written));
        try {
            written.join();
        } catch (CompletionException fault) {
            throw fault.getCause() instanceof RuntimeException cause ? cause : fault;
        }
        jobs(file).forEach(job -> ends.wantMeaning(id, job));
    }

    /// Whether more was recognised than is there, or the same pages with other languages.
    private boolean isBetter(ParsedDocument document, DocumentId id) {
        int pages = document.quality().recognisedPages();
        return pages > 0
                && database.read(handle -> DocumentTable.parsed(handle, id))
                        .filter(before ->
                                before.quality().recognisedPages() > pages
                                        || before.text().equals(document.text()))
                        .isEmpty();
    }

    private void fail(Path file, RuntimeException fault) throws InterruptedException {
        if (Thread.interrupted() || isClosed(fault)) {
            throw new InterruptedException();
        }
        LOG.warn("Recognition stopped: {}", fault.getClass().getSimpleName());
        jobs(file).forEach(job -> job.failMeaning(fault));
        bulletin.failed(fault);
    }

    private static boolean isClosed(RuntimeException fault) {
        return fault instanceof RagException rag && rag.code() == RagException.Code.CLOSED;
    }

    /// What stands around may have become free.
    synchronized void mayGoOn() {
        notifyAll();
    }

    private synchronized void awaitTurn() throws InterruptedException {
        while (ends.isHeld()) {
            wait();
        }
    }

    private synchronized Path take() throws InterruptedException {
        while (queue.isEmpty()) {
            wait();
        }
        return queue.remove();
    }

    private synchronized List<Job> jobs(Path file) {
        return List.copyOf(wishes.getOrDefault(file, Set.of()));
    }

    private synchronized Set<Job> forget(Path file) {
        Set<Job> jobs = wishes.remove(file);
        return jobs == null ? Set.of() : jobs;
    }

    private boolean isWanted(Path file) {
        return !jobs(file).stream().allMatch(Job::isOver);
    }

    /// What stands around recognition.
    interface Ends {
        /// Whether recognition has to wait: for files that are being read, or for the end of a
        /// pause. When it has to no longer, [#mayGoOn()] is called.
        boolean isHeld();

        /// Hands over to the writer.
        void write(IndexWrite.Recognised recognised) throws InterruptedException;

        void readAgain(Job job, Path file);

        void wantMeaning(DocumentId id, Job job);
    }

    /// The texts of a document's first pictures, go by go.
    private static final class Gathered {
        private final List<PictureText> texts;
        private int stops;
        private boolean careful;
        private boolean complete;

        Gathered(List<PictureText> texts) {
            this.texts = new ArrayList<>(texts);
        }

        List<PictureText> texts() {
            return List.copyOf(texts);
        }

        RecognitionOrder order() {
            return new RecognitionOrder(texts(), careful ? 0 : SECONDS);
        }

        void add(Recognition found) {
            if (!(found.outcome() instanceof ParseOutcome.Stopped)) {
                stops = 0;
                texts.clear();
                texts.addAll(found.pictures());
                complete = found.rest() == Recognition.Rest.NOTHING;
                return;
            }
            // From now on one picture at a go: one that cannot be borne is passed over.
            if (careful) {
                texts.add(PictureText.NONE);
                stops++;
            }
            careful = true;
            complete = stops == MAX_STOPS;
        }
    }
}
