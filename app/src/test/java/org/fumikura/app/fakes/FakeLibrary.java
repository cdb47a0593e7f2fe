package org.fumikura.app.fakes;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.fumikura.rag.Document;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.Scope;
import org.fumikura.rag.Span;
import org.fumikura.rag.library.Checkup;
import org.fumikura.rag.library.FilePresence;
import org.fumikura.rag.library.FileProblem;
import org.fumikura.rag.library.FileState;
import org.fumikura.rag.library.Folder;
import org.fumikura.rag.library.IngestJob;
import org.fumikura.rag.library.IngestReport;
import org.fumikura.rag.library.Library;
import org.fumikura.rag.library.LibraryEvent;
import org.fumikura.rag.library.LibraryFile;
import org.fumikura.rag.library.RecognitionState;
import org.fumikura.rag.library.Source;
import org.fumikura.rag.library.WorkState;
import org.fumikura.rag.parse.Block;
import org.fumikura.rag.parse.ParsedDocument;
import org.fumikura.rag.parse.Quality;
import org.fumikura.rag.query.Query;

/// A library whose files go through their states when a test says so.
public final class FakeLibrary implements Library {
    private final Map<Path, LibraryFile> files = new TreeMap<>();
    private final Map<DocumentId, Document> documents = new HashMap<>();
    private final List<Consumer<LibraryEvent>> listeners = new CopyOnWriteArrayList<>();
    private final List<Path> added = new ArrayList<>();
    private final List<Path> preferred = new ArrayList<>();
    private WorkState work = WorkState.IDLE;

    /// What was ever added, in order.
    public List<Path> added() {
        return added;
    }

    /// Lets a file be in a state.
    public void put(Path path, FileState state, int pages, int passages, int embedded) {
        tell(
                new LibraryFile(
                        path,
                        1000,
                        Instant.EPOCH,
                        state,
                        Optional.empty(),
                        Optional.empty(),
                        pages,
                        passages,
                        embedded,
                        FilePresence.HERE,
                        Quality.FULL,
                        RecognitionState.NOT_NEEDED));
    }

    /// Lets a file be searchable, with this content.
    public void put(Path path, DocumentId content, FilePresence presence) {
        tell(
                new LibraryFile(
                        path,
                        1000,
                        Instant.EPOCH,
                        FileState.READY,
                        Optional.of(content),
                        Optional.empty(),
                        1,
                        1,
                        1,
                        presence,
                        Quality.FULL,
                        RecognitionState.NOT_NEEDED));
    }

    /// Lets a file have a problem.
    public void put(Path path, FileProblem problem) {
        tell(unread(path, problem, RecognitionState.NOT_NEEDED));
    }

    /// A file that has a problem.
    public static LibraryFile unread(Path path, FileProblem problem, RecognitionState recognition) {
        return new LibraryFile(
                path,
                1000,
                Instant.EPOCH,
                FileState.PROBLEM,
                Optional.empty(),
                Optional.of(problem),
                0,
                0,
                0,
                FilePresence.HERE,
                Quality.FULL,
                recognition);
    }

    /// Makes a document known.
    public void put(Document document) {
        documents.put(document.id(), document);
    }

    /// Tells everybody who listens.
    public void tell(LibraryEvent event) {
        listeners.forEach(listener -> listener.accept(event));
    }

    private void tell(LibraryFile file) {
        files.put(file.path(), file);
        tell(new LibraryEvent.FileChanged(file));
    }

    @Override
    public void prepare() {}

    @Override
    public IngestJob add(Collection<Path> paths) {
        added.addAll(paths);
        paths.forEach(path -> put(path, FileState.QUEUED, 0, 0, 0));
        return new DoneJob();
    }

    @Override
    public IngestJob unlock(Path file, String password) {
        return add(List.of(file));
    }

    @Override
    public IngestJob resume() {
        return new DoneJob();
    }

    /// Lets work begin or end.
    public void work(WorkState state) {
        work = state;
        tell(new LibraryEvent.WorkChanged(state));
    }

    /// The files that were preferred, in order.
    public List<Path> preferred() {
        return preferred;
    }

    @Override
    public WorkState work() {
        return work;
    }

    @Override
    public void pause() {
        work(WorkState.PAUSED);
    }

    @Override
    public void goOn() {
        work(WorkState.WORKING);
    }

    @Override
    public void stop() {
        files().stream()
                .filter(file -> file.state() == FileState.QUEUED)
                .forEach(file -> put(file.path(), new FileProblem(FileProblem.Kind.STOPPED, "")));
        work(WorkState.IDLE);
    }

    @Override
    public void prefer(Collection<Path> paths) {
        preferred.addAll(paths);
    }

    @Override
    public List<LibraryFile> files() {
        return List.copyOf(files.values());
    }

    @Override
    public List<LibraryFile> files(Collection<Path> paths) {
        return files().stream()
                .filter(file -> paths.stream().anyMatch(file.path()::startsWith))
                .toList();
    }

    @Override
    public List<LibraryFile> remove(Collection<Path> paths) {
        List<LibraryFile> removed =
                files.values().stream()
                        .filter(file -> paths.stream().anyMatch(file.path()::startsWith))
                        .toList();
        removed.forEach(file -> {
            files.remove(file.path());
            tell(new LibraryEvent.FileRemoved(file.path()));
        });
        return removed;
    }

    @Override
    public List<Folder> folders() {
        return List.of();
    }

    @Override
    public void follow() {}

    @Override
    public IngestJob restore(Collection<Path> paths) {
        return add(paths);
    }

    @Override
    public Scope narrow(Scope scope, Query query) {
        return scope;
    }

    @Override
    public Scope scopeOf(Collection<Path> paths) {
        return Scope.EVERYTHING;
    }

    @Override
    public Optional<Document> document(DocumentId id) {
        return Optional.ofNullable(documents.get(id));
    }

    @Override
    public Optional<ParsedDocument> parsed(DocumentId id) {
        return document(id)
                .map(found ->
                        new ParsedDocument(
                                found.title(),
                                found.mediaType(),
                                found.text(),
                                found.pages(),
                                List.of(new Block.Paragraph(new Span(0, found.text().length())))));
    }

    @Override
    public Optional<Source> source(DocumentId id) {
        return files.values().stream()
                .filter(file -> file.document().filter(id::equals).isPresent())
                .map(file -> new Source(file.path(), String.valueOf(file.path().getFileName())))
                .findFirst();
    }

    @Override
    public List<Passage> passages(List<PassageId> ids) {
        return List.of();
    }

    @Override
    public Checkup verify() {
        return new Checkup(documents.size(), true, List.of(), List.of(), List.of());
    }

    @Override
    public void compact() {}

    @Override
    public void copyInto(Path folder) {}

    @Override
    public Subscription subscribe(Consumer<LibraryEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void close() {
        listeners.clear();
    }

    private static final class DoneJob implements IngestJob {
        @Override
        public CompletableFuture<IngestReport> words() {
            return CompletableFuture.completedFuture(
                    new IngestReport(List.of(), IngestReport.Outcome.COMPLETE));
        }

        @Override
        public CompletableFuture<IngestReport> meaning() {
            return words();
        }

        @Override
        public void cancel() {}
    }
}
