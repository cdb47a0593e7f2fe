package org.fumikura.inference.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;

/// Room on the disk, before writing and when writing failed.
final class DiskSpace {
    /// Less than this is full: what cannot be written is more than a block or two.
    private static final long FULL = 1 << 20;

    private DiskSpace() {}

    /// Refuses to begin what cannot be finished.
    ///
    /// @param folder one that exists
    /// @throws InferenceException `DISK_FULL`
    static void require(Path folder, long bytes) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < bytes) {
            throw full(folder, bytes, free);
        }
    }

    /// What a failed write comes to: `DISK_FULL` if there is no room left, else `IO_FAILED`.
    static InferenceException failure(Path path, IOException fault) {
        try {
            Path folder = path.getParent() == null ? path : path.getParent();
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < FULL) {
                return full(folder, FULL, free);
            }
        } catch (IOException unknown) {
            fault.addSuppressed(unknown);
        }
        return new InferenceException(Code.IO_FAILED, path.toString(), fault);
    }

    private static InferenceException full(Path folder, long needed, long free) {
        return new InferenceException(
                Code.DISK_FULL, "needed=" + needed + " free=" + free + " path=" + folder);
    }
}
