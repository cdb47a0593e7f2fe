package org.fumikura.rag.library;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Passage;
import org.fumikura.rag.chunk.Chunker;
import org.fumikura.rag.parse.DocumentParser;
import org.fumikura.rag.parse.ParseOptions;
import org.fumikura.rag.parse.ParseOutcome;
import org.fumikura.rag.parse.ParsedDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads files on a few threads: stamp, hash, parse, chunk, hand over to the writer. Each step is
/// left out where an earlier run did it for the same bytes.
final class Reading implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

    private final Database database;
    private final DocumentParser parser;
    private final Chunker chunker;
    private final IndexWriting writing;
    private final Bulletin bulletin;
    private final Runnable idle;
    private final Set<CompletableFuture<Void>> underWay = ConcurrentHashMap.newKeySet();
    private final ReadingQueue queue;
    private final ExecutorService threads;

    /// @param waiting hears what is left to be read
    /// @param idle is run whenever no file is left to be read
    Reading(
            Database database,
            DocumentParser parser,
            Chunker chunker,
            IndexWriting writing,
            Bulletin bulletin,
            ReadingQueue.Listener waiting,
            Runnable idle,
            int parallel) {
        this.database = database;
        this.parser = parser;
        this.chunker = chunker;
        this.writing = writing;
        this.bulletin = bulletin;
        this.queue = new ReadingQueue(waiting);
        this.idle = idle;
        this.threads =
                Executors.newFixedThreadPool(
                        parallel,
                        Thread.ofPlatform().name("library-reader-", 1).daemon().factory());
    }

    /// Reads `file`, which the job expects, when a thread is free.
    void read(Job job, Path file) {
        read(job, file, this::known);
    }

    /// Reads `file`, which the job expects, with a password, whether it was read before or not.
    void unlock(Job job, Path file, ParseOptions options) {
        bulletin.startWaiting(file);
        read(job, file, (theJob, path, stamp) -> unlocked(theJob, path, stamp, options));
    }

    private void read(Job job, Path file, Step step) {
        var done = new CompletableFuture<Void>();
        underWay.add(done);
        add(
                job,
                Optional.of(file),
                () -> {
                    bulletin.stopWaiting(file);
                    try {
                        readNow(job, file, step);
                    } finally {
                        underWay.remove(done);
                        done.complete(null);
                        if (underWay.isEmpty()) {
                            idle.run();
                        }
                    }
                });
    }

    private void add(Job job, Optional<Path> file, Task task) {
        queue.add(job.urgency(), new ReadingQueue.Task(file, () -> runFor(job, task)));
        threads.execute(this::runNext);
    }

    /// Runs the most urgent task, which need not be the one that was added just before.
    private void runNext() {
        try {
            queue.runNext();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static void runFor(Job job, Task task) {
        try {
            task.run();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            job.fail(fault);
        }
    }

    /// Runs `chore`, for which the job waits, once all files that were to be read before have been
    /// handed on.
    void later(Job job, Runnable chore) {
        job.expectChore();
        var _ =
                CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new))
                        .whenCompleteAsync(
                                (_, _) -> {
                                    try {
                                        chore.run();
                                        job.choreDone();
                                    } catch (RuntimeException fault) {
                                        job.fail(fault);
                                    }
                                },
                                threads);
    }

    /// Cuts and indexes a stored document again, when a thread is free.
    void reindex(Job job, DocumentId id) {
        add(job, Optional.empty(), () -> reindexNow(job, id));
    }

    /// What waits to be read.
    ReadingQueue queue() {
        return queue;
    }

    /// Whether files are being read, or wait for it.
    boolean isBusy() {
        return !underWay.isEmpty();
    }

    @Override
    public void close() throws InterruptedException {
        threads.shutdownNow();
        threads.awaitTermination(5, TimeUnit.SECONDS);
    }

    private void readNow(Job job, Path file, Step step) throws InterruptedException {
        if (job.isOver()) {
            return;
        }
        FileStamp stamp = FileStamp.NONE;
        try {
            stamp = FileStamp.of(file);
            writing.submit(step.read(job, file, stamp));
        } catch (NoSuchFileException gone) {
            missing(job, file, stamp, new FileProblem(FileProblem.Kind.NOT_FOUND, ""));
        } catch (AccessDeniedException denied) {
            missing(job, file, stamp, new FileProblem(FileProblem.Kind.NOT_PERMITTED, ""));
        } catch (IOException fault) {
            String word = fault.getClass().getSimpleName();
            missing(job, file, stamp, new FileProblem(FileProblem.Kind.DAMAGED, word));
        }
    }

    /// A file that cannot be reached keeps what was read of it: its drive may come back.
    private void missing(Job job, Path file, FileStamp stamp, FileProblem problem)
            throws InterruptedException {
        Optional<DocumentId> held = database.read(handle -> FileTable.document(handle, file));
        if (held.isPresent()) {
            bulletin.stopReading(file);
            job.read(file);
        } else {
            fail(job, file, stamp, problem);
        }
    }

    private static boolean isRead(LibraryFile file) {
        return file.state() == FileState.SEARCHABLE || file.state() == FileState.READY;
    }

    /// Leaves out what is known already.
    private IndexWrite known(Job job, Path file, FileStamp stamp)
            throws IOException, InterruptedException {
        Optional<LibraryFile> known = bulletin.find(file);
        if (known.isPresent() && isRead(known.get()) && stamp.matches(known.get())) {
            return new IndexWrite.Link(job, file, stamp, known.get().document().orElseThrow());
        }
        bulletin.startReading(file);
        DocumentId id = ContentHash.of(file);
        if (database.read(handle -> DocumentTable.isIndexed(handle, id))) {
            return new IndexWrite.Link(job, file, stamp, id);
        }
        // What was read before and taken out is not read again.
        Optional<ParsedDocument> stored = database.read(handle -> DocumentTable.parsed(handle, id));
        ParseOutcome outcome =
                stored.isPresent()
                        ? new ParseOutcome.Parsed(stored.get())
                        : parse(file, ParseOptions.PLAIN);
        return put(job, file, stamp, id, outcome);
    }

    /// Takes the place of what was read without the password, if it opens more.
    private IndexWrite unlocked(Job job, Path file, FileStamp stamp, ParseOptions options)
            throws IOException, InterruptedException {
        bulletin.startReading(file);
        DocumentId id = ContentHash.of(file);
        ParseOutcome outcome = parse(file, options);
        boolean indexed = database.read(handle -> DocumentTable.isIndexed(handle, id));
        if (indexed && !opensMore(id, outcome)) {
            return new IndexWrite.Link(job, file, stamp, id);
        }
        if (indexed) {
            database.write(handle -> {
                DocumentTable.forgetIndex(handle, id);
                return id;
            });
        }
        return put(job, file, stamp, id, outcome);
    }

    private boolean opensMore(DocumentId id, ParseOutcome outcome) {
        return outcome instanceof ParseOutcome.Parsed(var document)
                && database.read(handle -> DocumentTable.parsed(handle, id))
                        .filter(before ->
                                before.quality().lockedParts() <= document.quality().lockedParts())
                        .isEmpty();
    }

    private ParseOutcome parse(Path file, ParseOptions options) throws InterruptedException {
        ParseOutcome outcome = parser.parse(file, options);
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedException();
        }
        return outcome;
    }

    private IndexWrite put(
            Job job, Path file, FileStamp stamp, DocumentId id, ParseOutcome outcome) {
        if (outcome instanceof ParseOutcome.Parsed(var document)) {
            List<Passage> passages = chunker.chunk(id, document);
            if (!passages.isEmpty()) {
                return new IndexWrite.Put(job, file, stamp, id, document, passages);
            }
        }
        return new IndexWrite.Fail(job, file, stamp, problem(outcome));
    }

    private static FileProblem problem(ParseOutcome outcome) {
        return switch (outcome) {
            case ParseOutcome.NeedsPassword _ ->
                    new FileProblem(FileProblem.Kind.NEEDS_PASSWORD, "");
            case ParseOutcome.CannotUnlock _ -> new FileProblem(FileProblem.Kind.CANNOT_UNLOCK, "");
            case ParseOutcome.NeedsOcr(int pages) ->
                    new FileProblem(FileProblem.Kind.NEEDS_OCR, Integer.toString(pages));
            case ParseOutcome.Empty _, ParseOutcome.Parsed _ ->
                    new FileProblem(FileProblem.Kind.EMPTY, "");
            case ParseOutcome.Unsupported(String mediaType) ->
                    new FileProblem(FileProblem.Kind.UNSUPPORTED, mediaType);
            case ParseOutcome.Damaged(String detail) ->
                    new FileProblem(FileProblem.Kind.DAMAGED, detail);
            case ParseOutcome.Inaccessible(String detail) ->
                    new FileProblem(FileProblem.Kind.NOT_PERMITTED, detail);
            case ParseOutcome.TooLarge(long limit) ->
                    new FileProblem(FileProblem.Kind.TOO_LARGE, Long.toString(limit));
            case ParseOutcome.Stopped(var reason) ->
                    switch (reason) {
                        case TIME -> new FileProblem(FileProblem.Kind.TOOK_TOO_LONG, "");
                        case MEMORY -> new FileProblem(FileProblem.Kind.TOO_MUCH_MEMORY, "");
                        case CRASH -> new FileProblem(FileProblem.Kind.PARSER_CRASHED, "");
                    };
        };
    }

    private void fail(Job job, Path file, FileStamp stamp, FileProblem problem)
            throws InterruptedException {
        LOG.info("A file was not read: {}", problem.kind());
        writing.submit(new IndexWrite.Fail(job, file, stamp, problem));
    }

    private void reindexNow(Job job, DocumentId id) throws InterruptedException {
        var stored = database.read(handle -> DocumentTable.parsed(handle, id));
        List<LibraryFile> holders = database.read(handle -> FileTable.holding(handle, id));
        if (job.isOver()) {
            return;
        }
        if (stored.isEmpty() || holders.isEmpty()) {
            job.reindexed(id);
            return;
        }
        String title = Titles.searched(stored.get().title(), holders.getFirst().path());
        writing.submit(new IndexWrite.Reindex(job, id, title, chunker.chunk(id, stored.get())));
    }

    /// Work that may have to wait.
    @FunctionalInterface
    private interface Task {
        void run() throws InterruptedException;
    }

    /// How a file is read.
    @FunctionalInterface
    private interface Step {
        IndexWrite read(Job job, Path file, FileStamp stamp)
                throws IOException, InterruptedException;
    }
}
