package org.fumikura.tests.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// One source file.
///
/// @param path where it is
/// @param lines its text
record SourceFile(Path path, List<String> lines) {
    SourceFile {
        lines = List.copyOf(lines);
    }

    static SourceFile read(Path path) {
        try {
            return new SourceFile(path, Files.readAllLines(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SourceFile of(String path, String text) {
        return new SourceFile(Path.of(path), text.lines().toList());
    }

    String name() {
        return path.getFileName().toString();
    }

    /// The folder it is in; for a source file there always is one.
    Path folder() {
        return path.resolveSibling("");
    }
}
