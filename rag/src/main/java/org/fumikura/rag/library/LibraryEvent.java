package org.fumikura.rag.library;

import java.nio.file.Path;

/// Something changed in the library.
public sealed interface LibraryEvent {
    /// A file is new, or its state or progress is.
    record FileChanged(LibraryFile file) implements LibraryEvent {}

    /// A file was taken out.
    record FileRemoved(Path path) implements LibraryEvent {}

    /// The library began to work, paused, went on, or is done.
    record WorkChanged(WorkState state) implements LibraryEvent {}

    /// Work came to a stop because of a fault that concerns no single file.
    record WorkFailed(RuntimeException fault) implements LibraryEvent {}
}
