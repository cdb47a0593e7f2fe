package org.fumikura.app.library;

import java.nio.file.Path;
import org.fumikura.rag.library.archive.Progress;

/// Moves a library into a file and out of one. Both end with a `CancellationException` when their
/// thread is interrupted.
public interface LibraryTransfer {
    /// Writes the library into `archive`, in the place of a file of that name.
    ///
    /// @return the file's size in bytes
    long pack(Path archive, Progress progress);

    /// Makes the library in `archive` ready to take its place at the next start.
    void unpack(Path archive, Progress progress);
}
