package org.fumikura.rag.library;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.fumikura.rag.DocumentId;

/// Tells listeners what changes, and knows which files are being read at this moment or wait for a
/// person, which no table remembers. May be used from any thread.
final class Bulletin {
    private static final int ALL_LANGUAGES = 3;

    private final Database database;
    private final Supplier<Set<String>> languages;
    private final List<Consumer<LibraryEvent>> listeners = new CopyOnWriteArrayList<>();
    private final Set<Path> reading = ConcurrentHashMap.newKeySet();
    private final Set<Path> waiting = ConcurrentHashMap.newKeySet();
    private volatile Set<Path> offline = Set.of();

    /// @param languages that can be recognised in pictures
    Bulletin(Database database, Supplier<Set<String>> languages) {
        this.database = database;
        this.languages = languages;
    }

    Library.Subscription subscribe(Consumer<LibraryEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// The file waits for its turn, whatever is known of it already: a person asked for it.
    void startWaiting(Path file) {
        waiting.add(file);
        changed(file);
    }

    /// The end of that, if it was.
    void stopWaiting(Path file) {
        if (waiting.remove(file)) {
            changed(file);
        }
    }

    void startReading(Path file) {
        reading.add(file);
        changed(file);
    }

    void stopReading(Path file) {
        reading.remove(file);
        changed(file);
    }

    void changed(Path file) {
        if (!listeners.isEmpty()) {
            find(file).ifPresent(found -> tell(new LibraryEvent.FileChanged(found)));
        }
    }

    void changed(DocumentId document) {
        if (!listeners.isEmpty()) {
            asTheyStand(database.read(handle -> FileTable.holding(handle, document)))
                    .forEach(file -> tell(new LibraryEvent.FileChanged(file)));
        }
    }

    /// Folders that cannot be reached from now on; all others can.
    void offline(Set<Path> folders) {
        var changed = new HashSet<>(folders);
        changed.addAll(offline);
        changed.removeIf(folder -> folders.contains(folder) && offline.contains(folder));
        offline = Set.copyOf(folders);
        if (!listeners.isEmpty()) {
            for (Path folder : changed) {
                asTheyStand(database.read(handle -> FileTable.below(handle, folder)))
                        .forEach(file -> tell(new LibraryEvent.FileChanged(file)));
            }
        }
    }

    /// The folders that cannot be reached.
    Set<Path> offline() {
        return offline;
    }

    void removed(Path file) {
        tell(new LibraryEvent.FileRemoved(file));
    }

    void work(WorkState state) {
        tell(new LibraryEvent.WorkChanged(state));
    }

    void failed(RuntimeException fault) {
        tell(new LibraryEvent.WorkFailed(fault));
    }

    List<LibraryFile> all() {
        return asTheyStand(database.read(FileTable::all));
    }

    Optional<LibraryFile> find(Path file) {
        return database.read(handle -> FileTable.find(handle, file))
                .map(found -> asItStands(found, languages));
    }

    private List<LibraryFile> asTheyStand(List<LibraryFile> files) {
        // Where there is no program that recognises, each question looks through many folders.
        Set<String> known = languages.get();
        return files.stream().map(file -> asItStands(file, () -> known)).toList();
    }

    private LibraryFile asItStands(LibraryFile file, Supplier<Set<String>> known) {
        LibraryFile told = file.with(recognition(file.recognition(), known));
        LibraryFile now = reading.contains(file.path()) ? told.in(FileState.READING) : told;
        if (waiting.contains(file.path())) {
            now = now.in(FileState.QUEUED);
        }
        if (now.has(FileProblem.Kind.NEEDS_OCR) && now.recognition() == RecognitionState.WAITING) {
            now = now.in(FileState.QUEUED);
        }
        return offline.stream().anyMatch(file.path()::startsWith)
                ? now.as(FilePresence.OFFLINE)
                : now;
    }

    private static RecognitionState recognition(
            RecognitionState kept, Supplier<Set<String>> known) {
        return switch (kept) {
            case WAITING ->
                    known.get().isEmpty()
                            ? RecognitionState.NOT_INSTALLED
                            : RecognitionState.WAITING;
            case DONE ->
                    known.get().size() < ALL_LANGUAGES
                            ? RecognitionState.DONE_WITHOUT_ALL_LANGUAGES
                            : RecognitionState.DONE;
            case NOT_NEEDED, NOT_INSTALLED, DONE_WITHOUT_ALL_LANGUAGES -> kept;
        };
    }

    private void tell(LibraryEvent event) {
        listeners.forEach(listener -> listener.accept(event));
    }
}
