package org.fumikura.rag.library;

import java.io.IOException;
import java.nio.file.Path;

/// How the library writes paths.
final class LibraryPaths {
    private LibraryPaths() {}

    /// The one name of a file that is there; of another, its absolute path.
    static Path canonical(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException notThere) {
            return path.toAbsolutePath().normalize();
        }
    }
}
