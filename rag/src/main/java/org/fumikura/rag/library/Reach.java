package org.fumikura.rag.library;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.function.Supplier;

/// Tells a folder that can be reached from one whose drive is missing, which may leave an empty
/// folder in its place.
final class Reach {
    private Reach() {}

    /// The drive that a folder is on; empty if it cannot be told.
    static String store(Path folder) {
        try {
            FileStore store = Files.getFileStore(folder);
            return store.name() + " " + store.type();
        } catch (IOException | SecurityException unreachable) {
            return "";
        }
    }

    /// Whether the folder is there and is the one that was followed: on another drive than before
    /// it must hold one of its files.
    ///
    /// @param store the drive it was on
    /// @param files those that the library knows of it
    static boolean isThere(Path folder, String store, Supplier<Collection<Path>> files) {
        if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
            return false;
        }
        if (store.isEmpty() || store.equals(store(folder))) {
            return true;
        }
        Collection<Path> known = files.get();
        return known.isEmpty() || known.stream().anyMatch(Files::exists);
    }
}
