package org.fumikura.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// How much a file or folder takes on the disk.
final class FolderSize {
    private FolderSize() {}

    /// In bytes, with all below it; 0 if it is not there.
    static long of(Path place) {
        if (!Files.exists(place)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(place)) {
            long bytes = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
            return bytes;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
