package org.fumikura.rag.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// What tells cheaply whether a file may have changed.
///
/// @param size bytes
/// @param modifiedMillis milliseconds since 1970
record FileStamp(long size, long modifiedMillis) {
    /// The stamp of a file nobody has seen.
    static final FileStamp NONE = new FileStamp(0, 0);

    static FileStamp of(Path file) throws IOException {
        return of(Files.readAttributes(file, BasicFileAttributes.class));
    }

    static FileStamp of(BasicFileAttributes attributes) {
        return new FileStamp(attributes.size(), attributes.lastModifiedTime().toMillis());
    }

    boolean matches(LibraryFile file) {
        return file.size() == size && file.modified().toEpochMilli() == modifiedMillis;
    }
}
