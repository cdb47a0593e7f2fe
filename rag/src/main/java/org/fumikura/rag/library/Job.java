package org.fumikura.rag.library;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.fumikura.rag.DocumentId;

/// Counts what a job still waits for. All methods may be called from any thread.
final class Job implements IngestJob {
    private final Urgency urgency;
    private final CompletableFuture<IngestReport> words = new CompletableFuture<>();
    private final CompletableFuture<IngestReport> meaning = new CompletableFuture<>();
    private final Function<Collection<Path>, Map<Path, LibraryFile>> lookUp;

    private final Set<Path> files = new HashSet<>();
    private final Map<Path, LibraryFile> strangers = new TreeMap<>();
    private final Set<Path> unread = new HashSet<>();
    private final Set<Path> unrecognised = new HashSet<>();
    private final Set<DocumentId> unindexed = new HashSet<>();
    private final Set<DocumentId> unembedded = new HashSet<>();
    private int chores;
    private boolean walking = true;
    private volatile boolean cancelled;

    /// @param urgency what of the job is done before what of others
    /// @param lookUp how files stand now, for the report
    Job(Urgency urgency, Function<Collection<Path>, Map<Path, LibraryFile>> lookUp) {
        this.urgency = urgency;
        this.lookUp = lookUp;
    }

    Urgency urgency() {
        return urgency;
    }

    @Override
    public CompletableFuture<IngestReport> words() {
        return words;
    }

    @Override
    public CompletableFuture<IngestReport> meaning() {
        return meaning;
    }

    @Override
    public void cancel() {
        cancelled = true;
        complete(words, IngestReport.Outcome.CANCELLED);
        complete(meaning, IngestReport.Outcome.CANCELLED);
    }

    boolean isOver() {
        return cancelled || meaning.isDone();
    }

    /// The job will hear [#read] for this file.
    synchronized void expect(Path file) {
        files.add(file);
        unread.add(file);
    }

    /// The job looked at this file and has nothing to wait for.
    synchronized void saw(Path file) {
        files.add(file);
    }

    /// The job will hear [#choreDone] once more.
    synchronized void expectChore() {
        chores++;
    }

    void choreDone() {
        synchronized (this) {
            chores--;
        }
        settle();
    }

    /// A path that was given and cannot become a file of the library.
    synchronized void reject(LibraryFile file) {
        strangers.put(file.path(), file);
    }

    /// The job waits for this document to be indexed again.
    synchronized void expect(DocumentId document) {
        unindexed.add(document);
    }

    /// The job waits for this document's vectors.
    synchronized void awaitVectors(DocumentId document) {
        unembedded.add(document);
    }

    /// The job waits for the pictures of text in this file.
    synchronized void awaitPictures(Path file) {
        unrecognised.add(file);
    }

    void picturesRead(Path file) {
        synchronized (this) {
            unrecognised.remove(file);
        }
        settle();
    }

    void walked() {
        synchronized (this) {
            walking = false;
        }
        settle();
    }

    void read(Path file) {
        synchronized (this) {
            unread.remove(file);
        }
        settle();
    }

    void reindexed(DocumentId document) {
        synchronized (this) {
            unindexed.remove(document);
        }
        settle();
    }

    void embedded(DocumentId document) {
        synchronized (this) {
            unembedded.remove(document);
        }
        settle();
    }

    void fail(RuntimeException fault) {
        words.completeExceptionally(fault);
        meaning.completeExceptionally(fault);
    }

    void failMeaning(RuntimeException fault) {
        meaning.completeExceptionally(fault);
    }

    private void settle() {
        boolean allRead;
        boolean allEmbedded;
        synchronized (this) {
            allRead = !walking && unread.isEmpty() && unindexed.isEmpty() && chores == 0;
            allEmbedded = allRead && unrecognised.isEmpty() && unembedded.isEmpty();
        }
        if (allRead) {
            complete(words, IngestReport.Outcome.COMPLETE);
        }
        if (allEmbedded) {
            complete(meaning, IngestReport.Outcome.COMPLETE);
        }
    }

    private void complete(CompletableFuture<IngestReport> future, IngestReport.Outcome outcome) {
        if (!future.isDone()) {
            future.complete(report(outcome));
        }
    }

    private IngestReport report(IngestReport.Outcome outcome) {
        Set<Path> known;
        Map<Path, LibraryFile> all;
        synchronized (this) {
            known = Set.copyOf(files);
            all = new TreeMap<>(strangers);
        }
        all.putAll(lookUp.apply(known));
        return new IngestReport(List.copyOf(all.values()), outcome);
    }
}
