package org.fumikura.app.window;

import java.nio.file.Path;

/// Something the window says in passing.
public sealed interface Notice {
    /// The desktop has no program for opening files.
    record CannotOpen(Path file) implements Notice {}

    /// Something the person did had no effect because of a fault.
    record Failed(RuntimeException fault) implements Notice {}
}
