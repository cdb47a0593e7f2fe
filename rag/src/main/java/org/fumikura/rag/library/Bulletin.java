package org.fumikura.rag.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.fumikura.rag.DocumentId;

/// Tells listeners what changes, and knows which files are being read at this moment, which no
/// table remembers. May be used from any thread.
final class Bulletin {
    private final Database database;
    private final List<Consumer<LibraryEvent>> listeners = new CopyOnWriteArrayList<>();
    private final Set<Path> reading = ConcurrentHashMap.newKeySet();

    Bulletin(Database database) {
        this.database = database;
    }

    Library.Subscription subscribe(Consumer<LibraryEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
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
            database.read(handle -> FileTable.holding(handle, document))
                    .forEach(file -> tell(new LibraryEvent.FileChanged(asItStands(file))));
        }
    }

    void removed(Path file) {
        tell(new LibraryEvent.FileRemoved(file));
    }

    void failed(RuntimeException fault) {
        tell(new LibraryEvent.WorkFailed(fault));
    }

    List<LibraryFile> all() {
        return database.read(FileTable::all).stream().map(this::asItStands).toList();
    }

    Optional<LibraryFile> find(Path file) {
        return database.read(handle -> FileTable.find(handle, file)).map(this::asItStands);
    }

    private LibraryFile asItStands(LibraryFile file) {
        if (!reading.contains(file.path())) {
            return file;
        }
        return new LibraryFile(
                file.path(),
                file.size(),
                file.modified(),
                FileState.READING,
                file.document(),
                Optional.empty(),
                file.pages(),
                file.passages(),
                file.embedded());
    }

    private void tell(LibraryEvent event) {
        listeners.forEach(listener -> listener.accept(event));
    }
}
