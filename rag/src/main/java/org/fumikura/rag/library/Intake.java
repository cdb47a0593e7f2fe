package org.fumikura.rag.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.parse.ParseOptions;
import org.fumikura.rag.parse.Quality;
import org.jdbi.v3.core.Handle;

/// Looks through files and folders for what is new, changed or gone, and hands it to those who read
/// and remove. Everything here runs on one thread, which may wait for a disk.
final class Intake {
    /// So many files are made known at a time: the first are read while the walk goes on.
    private static final int BATCH = 256;

    private final Database database;
    private final Bulletin bulletin;
    private final Reading reading;
    private final Embedding embedding;
    private final Recognising recognising;
    private final Consumer<Collection<Path>> removeGone;

    /// @param removeGone takes files out that are gone from their folder
    Intake(
            Database database,
            Bulletin bulletin,
            Reading reading,
            Embedding embedding,
            Recognising recognising,
            Consumer<Collection<Path>> removeGone) {
        this.database = database;
        this.bulletin = bulletin;
        this.reading = reading;
        this.embedding = embedding;
        this.recognising = recognising;
        this.removeGone = removeGone;
    }

    /// Takes in what a person named: folders are followed from now on, files that had a problem are
    /// tried again.
    void add(Job job, List<Path> given) throws IOException {
        for (Path path : given) {
            if (!Files.exists(path)) {
                job.reject(missing(path));
                continue;
            }
            database.write(handle -> {
                if (Files.isDirectory(path)) {
                    FolderTable.add(handle, path, Reach.store(path));
                } else {
                    FolderTable.letIn(handle, path);
                }
                return path;
            });
            scan(job, path, new IgnoreRules(path), Problems.TRY_AGAIN);
        }
        job.walked();
    }

    /// Reads a file with what a person gave to open it.
    void unlock(Job job, Path file, ParseOptions options) throws IOException {
        if (Files.isRegularFile(file)) {
            FileStamp stamp = FileStamp.of(file);
            database.write(handle -> {
                FolderTable.letIn(handle, file);
                FileTable.register(handle, file, stamp);
                return file;
            });
            job.expect(file);
            reading.unlock(job, file, options);
        } else {
            job.reject(missing(file));
        }
        job.walked();
    }

    /// Looks at what may have changed: paths at or below folders that are followed, or files that
    /// were added one by one.
    void look(Job job, Collection<Path> changed) throws IOException {
        Map<Path, String> folders = database.read(FolderTable::all);
        for (Path path : changed) {
            Optional<Path> folder = folders.keySet().stream().filter(path::startsWith).findFirst();
            var rules = new IgnoreRules(folder.orElse(path));
            if (folder.isPresent() && !isFollowed(folder.get(), folders)) {
                continue;
            }
            if (!Files.exists(path)) {
                leave(job, gone(known(path).values()));
            } else if (Files.isDirectory(path)) {
                if (!rules.isFolderIgnored(path)) {
                    scan(job, path, rules, Problems.LEAVE);
                }
            } else if (!rules.isIgnored(path)) {
                scan(job, path, rules, Problems.LEAVE);
            }
        }
        job.walked();
    }

    /// Makes files searchable again that were taken back, from their stored text.
    void takeBack(Job job, List<Path> files) {
        for (Path file : files) {
            job.saw(file);
            database.read(handle -> FileTable.document(handle, file))
                    .ifPresent(id -> {
                        job.expect(id);
                        reading.reindex(job, id);
                    });
        }
        job.walked();
    }

    /// Takes up what an earlier run left unfinished.
    void takeUp(Job job) {
        if (!database.read(DocumentTable::orphans).isEmpty()) {
            // A crash between the index's commit and the database's left them; taking nothing out
            // takes them along.
            removeGone.accept(List.of());
        }
        Unfinished unfinished = database.read(Unfinished::of);
        for (DocumentId id : unfinished.notIndexed()) {
            job.expect(id);
            reading.reindex(job, id);
        }
        for (Path file : unfinished.waiting()) {
            job.expect(file);
            reading.read(job, file);
        }
        for (DocumentId id : unfinished.withoutVectors()) {
            embedding.want(id, job);
        }
        recognising.wantAll(job);
        job.walked();
    }

    /// Whether what is missing from the folder is gone for good.
    private boolean isFollowed(Path folder, Map<Path, String> folders) {
        return !bulletin.offline().contains(folder)
                && Reach.isThere(
                        folder, folders.getOrDefault(folder, ""), () -> known(folder).keySet());
    }

    private void scan(Job job, Path root, IgnoreRules rules, Problems problems) throws IOException {
        Map<Path, LibraryFile> known = known(root);
        List<Path> leftOut = database.read(FolderTable::leftOut);
        Set<Path> seen = new HashSet<>();
        Map<Path, FileStamp> batch = new LinkedHashMap<>();
        boolean complete =
                FolderWalk.walk(
                        root,
                        rules,
                        job::isOver,
                        (file, stamp) -> {
                            if (leftOut.stream().anyMatch(file::startsWith)) {
                                return;
                            }
                            seen.add(file);
                            LibraryFile before = known.get(file);
                            if (before != null && isUnchanged(before, stamp, problems)) {
                                job.saw(file);
                                if (before.state() == FileState.SEARCHABLE) {
                                    before.document().ifPresent(id -> embedding.want(id, job));
                                }
                                if (before.recognition() == RecognitionState.WAITING) {
                                    recognising.want(file, job);
                                }
                            } else {
                                batch.put(file, stamp);
                            }
                            if (batch.size() >= BATCH) {
                                take(job, batch);
                                batch.clear();
                            }
                        });
        take(job, batch);
        if (complete && Files.isDirectory(root)) {
            List<LibraryFile> unseen =
                    known.values().stream().filter(file -> !seen.contains(file.path())).toList();
            var leaving = new ArrayList<>(gone(unseen));
            unseen.stream().map(LibraryFile::path).filter(rules::isIgnored).forEach(leaving::add);
            leave(job, leaving);
        }
    }

    private static boolean isUnchanged(LibraryFile file, FileStamp stamp, Problems problems) {
        return stamp.matches(file)
                && switch (file.state()) {
                    case SEARCHABLE, READY -> file.presence() != FilePresence.GONE;
                    case PROBLEM -> problems == Problems.LEAVE;
                    case QUEUED, READING -> false;
                };
    }

    private void take(Job job, Map<Path, FileStamp> files) {
        if (files.isEmpty()) {
            return;
        }
        database.write(handle -> {
            files.forEach((file, stamp) -> FileTable.register(handle, file, stamp));
            return files;
        });
        for (Path file : files.keySet()) {
            bulletin.changed(file);
            job.expect(file);
            reading.read(job, file);
        }
    }

    /// Files go after new ones were read: one that was moved is found again by its content before
    /// it is taken out at its old place.
    private void leave(Job job, List<Path> files) {
        if (!files.isEmpty()) {
            reading.later(job, () -> removeGone.accept(files));
        }
    }

    /// Of these files those that are not there any more, without what a person keeps nevertheless.
    private static List<Path> gone(Collection<LibraryFile> files) {
        return files.stream()
                .filter(file -> file.presence() != FilePresence.GONE)
                .map(LibraryFile::path)
                .filter(path -> !Files.exists(path))
                .toList();
    }

    private Map<Path, LibraryFile> known(Path path) {
        Map<Path, LibraryFile> files = new LinkedHashMap<>();
        database.read(handle -> FileTable.below(handle, path))
                .forEach(file -> files.put(file.path(), file));
        return files;
    }

    private static LibraryFile missing(Path path) {
        return new LibraryFile(
                path,
                0,
                Instant.EPOCH,
                FileState.PROBLEM,
                Optional.empty(),
                Optional.of(new FileProblem(FileProblem.Kind.NOT_FOUND, "")),
                0,
                0,
                0,
                FilePresence.HERE,
                Quality.FULL,
                RecognitionState.NOT_NEEDED);
    }

    /// What is left to do. It is looked up at one moment: a file that is being written by another
    /// job is in one of the lists, whatever the writer does meanwhile.
    private record Unfinished(
            List<DocumentId> notIndexed, List<Path> waiting, List<DocumentId> withoutVectors) {
        static Unfinished of(Handle handle) {
            return handle.inTransaction(now ->
                    new Unfinished(
                            DocumentTable.notIndexed(now),
                            FileTable.waiting(now),
                            DocumentTable.awaitingVectors(now)));
        }
    }

    /// What happens to files that could not be read and have not changed.
    private enum Problems {
        TRY_AGAIN,
        LEAVE
    }
}
