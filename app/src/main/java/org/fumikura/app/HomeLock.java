package org.fumikura.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.fumikura.rag.DiskFaults;
import org.fumikura.rag.RagException;
import org.fumikura.rag.RagException.Code;

/// Says that one process works in a home. The operating system holds it, and lets go when the
/// process ends, however it ends.
final class HomeLock implements AutoCloseable {
    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Takes the lock on the home in `folder`, which is made if need be.
    ///
    /// @throws RagException `LIBRARY_IN_USE` if another process has it, `NOT_WRITABLE`, `DISK_FULL`
    static HomeLock take(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(
                            folder.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (isLocked(channel)) {
                return new HomeLock(channel);
            }
            channel.close();
            throw new RagException(Code.LIBRARY_IN_USE, folder.toString());
        } catch (IOException fault) {
            throw new RagException(
                    DiskFaults.code(fault).orElse(Code.NOT_WRITABLE), folder.toString(), fault);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException inThisProcess) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException _) {
            // It goes with the process.
        }
    }
}
