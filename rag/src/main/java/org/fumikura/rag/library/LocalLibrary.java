package org.fumikura.rag.library;

import dev.langchain4j.model.embedding.EmbeddingModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.fumikura.rag.Document;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.Scope;
import org.fumikura.rag.chunk.Chunker;
import org.fumikura.rag.index.PassageIndex;
import org.fumikura.rag.index.PassageIndex.Freshness.State;
import org.fumikura.rag.parse.DocumentParser;
import org.fumikura.rag.parse.ParseOptions;
import org.fumikura.rag.parse.ParsedDocument;
import org.fumikura.rag.query.Query;

/// A library on this machine: SQLite for what is known, Lucene for what is searched.
public final class LocalLibrary implements Library {
    /// How long what was taken out can be taken back.
    private static final Duration KEPT = Duration.ofDays(7);

    private final Database database;
    private final PassageIndex index;
    private final Preparation preparation;
    private final Bulletin bulletin;
    private final Embedding embedding;
    private final Recognising recognising;
    private final IndexWriting writing;
    private final Reading reading;
    private final Workload workload;
    private final Walking walking;
    private final Intake intake;
    private final FollowedFolders folders;
    private final StoredContents contents;

    private LocalLibrary(
            Database database,
            PassageIndex index,
            DocumentParser parser,
            Supplier<Optional<EmbeddingModel>> embedder,
            int readers) {
        this.database = database;
        this.index = index;
        this.preparation = new Preparation(parser, index);
        this.bulletin = new Bulletin(database, parser::recognises);
        this.workload = new Workload(bulletin);
        this.walking = new Walking(workload, this::lookUp);
        this.embedding = new Embedding(database, index, embedder, bulletin, this::submit);
        var chunker = new Chunker();
        this.recognising = new Recognising(database, parser, chunker, bulletin, new Around());
        this.writing =
                new IndexWriting(
                        database,
                        index,
                        bulletin,
                        embedding,
                        recognising,
                        this::readAgain,
                        this::isReading);
        this.reading =
                new Reading(
                        database,
                        parser,
                        chunker,
                        writing,
                        bulletin,
                        embedding::filesAreRead,
                        recognising::mayGoOn,
                        readers);
        this.intake =
                new Intake(database, bulletin, reading, embedding, recognising, this::removeGone);
        var reach = new FolderReach(database, bulletin, FolderReach.Moves.NOTED);
        this.folders = new FollowedFolders(reach, this::look);
        this.contents = new StoredContents(database, index, bulletin, reach);
    }

    /// Opens the library over its database and index and starts its threads. No file is touched
    /// before [#add] or [#resume].
    ///
    /// @param index closed with the library
    /// @param embedder embeds passages; asked anew for each batch, empty while there is no model
    /// @param readers how many files are read at once
    public static LocalLibrary open(
            Database database,
            PassageIndex index,
            DocumentParser parser,
            Supplier<Optional<EmbeddingModel>> embedder,
            int readers) {
        var library = new LocalLibrary(database, index, parser, embedder, readers);
        database.write(handle -> {
            long expired = System.currentTimeMillis() - KEPT.toMillis();
            RemovedFiles.forgetBefore(handle, expired);
            KeptVectors.forgetBefore(handle, expired);
            RecognisedPictures.forgetBefore(handle, expired);
            if (index.freshness().words() == State.CREATED) {
                DocumentTable.forgetIndex(handle);
            }
            if (index.freshness().vectors() == State.CREATED) {
                DocumentTable.forgetVectors(handle);
            }
            return library;
        });
        library.embedding.start();
        library.writing.start();
        library.recognising.start();
        return library;
    }

    @Override
    public void prepare() {
        preparation.begin();
    }

    @Override
    public IngestJob add(Collection<Path> paths) {
        prepare();
        List<Path> given = paths.stream().map(LibraryPaths::canonical).toList();
        boolean named = given.stream().noneMatch(Files::isDirectory);
        return walking.start(
                named ? Urgency.NOW : Urgency.SOON,
                job -> {
                    intake.add(job, given);
                    folders.foldersChanged();
                });
    }

    @Override
    public IngestJob unlock(Path file, String password) {
        Path given = LibraryPaths.canonical(file);
        return walking.start(
                Urgency.NOW, job -> intake.unlock(job, given, new ParseOptions(password)));
    }

    @Override
    public IngestJob resume() {
        return walking.start(Urgency.LATER, intake::takeUp);
    }

    @Override
    public WorkState work() {
        return workload.state();
    }

    @Override
    public void pause() {
        reading.queue().pause();
        embedding.pause();
        workload.pause();
    }

    @Override
    public void goOn() {
        workload.goOn();
        reading.queue().goOn();
        embedding.goOn();
        recognising.mayGoOn();
    }

    @Override
    public void stop() {
        workload.cancel();
        goOn();
        // After what the jobs were just registering.
        walking.afterwards(this::stopWaiting);
    }

    private void stopWaiting() {
        try {
            database.write(FileTable::stopWaiting).forEach(bulletin::changed);
        } catch (RuntimeException fault) {
            bulletin.failed(fault);
        }
    }

    @Override
    public void prefer(Collection<Path> paths) {
        List<Path> given = paths.stream().map(LibraryPaths::canonical).toList();
        reading.queue().prefer(given);
        embedding.prefer(List.copyOf(database.read(handle -> FileTable.documents(handle, given))));
    }

    @Override
    public List<LibraryFile> files() {
        return contents.files();
    }

    @Override
    public List<LibraryFile> files(Collection<Path> paths) {
        return contents.files(paths);
    }

    @Override
    public List<Folder> folders() {
        return contents.folders();
    }

    @Override
    public void follow() {
        folders.start();
    }

    @Override
    public List<LibraryFile> remove(Collection<Path> paths) {
        List<Path> given = paths.stream().map(LibraryPaths::canonical).toList();
        List<LibraryFile> removed = take(given, IndexWrite.Remove.Reason.WISH);
        folders.foldersChanged();
        return removed;
    }

    @Override
    public IngestJob restore(Collection<Path> paths) {
        List<Path> given = paths.stream().map(LibraryPaths::canonical).toList();
        return walking.start(
                Urgency.NOW,
                job -> {
                    var restored = new CompletableFuture<List<Path>>();
                    intake.takeBack(job, await(new IndexWrite.Restore(given, restored), restored));
                });
    }

    @Override
    public Checkup verify() {
        var found = new CompletableFuture<Checkup>();
        return await(new IndexWrite.Verify(database.isSound(), found), found);
    }

    @Override
    public void compact() {
        var done = new CompletableFuture<PassageIndex.Size>();
        var _ = await(new IndexWrite.Compact(done), done);
    }

    @Override
    public void copyInto(Path folder) {
        writing.betweenBatches(() -> {
            index.copyInto(folder.resolve("index"));
            database.copyInto(folder.resolve("library.db"));
        });
    }

    /// Hands work over and waits for what it brings; an interrupt ends the waiting.
    private <T> T await(IndexWrite write, CompletableFuture<T> result) {
        try {
            writing.submit(write);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            result.cancel(false);
        }
        return result.join();
    }

    @Override
    public Scope scopeOf(Collection<Path> paths) {
        return contents.scopeOf(paths);
    }

    @Override
    public Scope narrow(Scope scope, Query query) {
        return contents.narrow(scope, query);
    }

    @Override
    public Optional<Document> document(DocumentId id) {
        return contents.document(id);
    }

    @Override
    public Optional<ParsedDocument> parsed(DocumentId id) {
        return contents.parsed(id);
    }

    @Override
    public Optional<Source> source(DocumentId id) {
        return contents.source(id);
    }

    @Override
    public List<Passage> passages(List<PassageId> ids) {
        return contents.passages(ids);
    }

    @Override
    public Subscription subscribe(Consumer<LibraryEvent> listener) {
        return bulletin.subscribe(listener);
    }

    @Override
    public void close() {
        folders.close();
        walking.close();
        workload.cancel();
        try {
            reading.close();
            recognising.close();
            embedding.close();
            writing.close();
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        } finally {
            index.close();
        }
    }

    private void look(Collection<Path> changed) {
        walking.start(Urgency.LATER, job -> intake.look(job, changed));
    }

    private void removeGone(Collection<Path> paths) {
        take(paths, IndexWrite.Remove.Reason.GONE);
    }

    private List<LibraryFile> take(Collection<Path> paths, IndexWrite.Remove.Reason reason) {
        var removed = new CompletableFuture<List<LibraryFile>>();
        return await(new IndexWrite.Remove(paths, reason, removed), removed);
    }

    private void readAgain(Job job, Path file) {
        reading.read(job, file);
    }

    private boolean isReading() {
        return reading.queue().isBusy();
    }

    private void submit(IndexWrite.Vectors vectors) throws InterruptedException {
        writing.submit(vectors);
    }

    private Map<Path, LibraryFile> lookUp(Collection<Path> paths) {
        return files().stream()
                .filter(file -> paths.contains(file.path()))
                .collect(Collectors.toMap(LibraryFile::path, Function.identity()));
    }

    /// What stands around recognition.
    private final class Around implements Recognising.Ends {
        @Override
        public boolean isHeld() {
            return reading.isBusy() || workload.isPaused();
        }

        @Override
        public void write(IndexWrite.Recognised recognised) throws InterruptedException {
            writing.submit(recognised);
        }

        @Override
        public void readAgain(Job job, Path file) {
            job.expect(file);
            reading.read(job, file);
        }

        @Override
        public void wantMeaning(DocumentId id, Job job) {
            embedding.want(id, job);
        }
    }
}
