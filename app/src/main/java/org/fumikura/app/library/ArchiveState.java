package org.fumikura.app.library;

import java.nio.file.Path;

/// How moving the library into a file, or out of one, stands.
public sealed interface ArchiveState {
    /// Nothing is under way.
    record Idle() implements ArchiveState {}

    /// The library here would be set aside for the one in the file.
    ///
    /// @param files how many files the library here holds
    record Asking(Path archive, int files) implements ArchiveState {}

    /// The library is written into a file.
    ///
    /// @param done bytes so far
    /// @param total bytes in all; 0 while that is not known
    record Exporting(Path archive, long done, long total) implements ArchiveState {}

    /// A file is unpacked and checked.
    ///
    /// @param done bytes so far
    /// @param total bytes in all; 0 while that is not known
    record Importing(Path archive, long done, long total) implements ArchiveState {}

    /// The library is in the file.
    record Exported(Path archive, long bytes) implements ArchiveState {}

    /// The library of the file takes its place when the program starts next.
    record Imported(Path archive) implements ArchiveState {}

    /// The person stopped it; nothing of it stays.
    record Stopped() implements ArchiveState {}

    /// It was not done; nothing of it stays.
    record Failed(RuntimeException fault) implements ArchiveState {}
}
