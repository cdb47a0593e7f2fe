package org.fumikura.rag;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import java.util.Optional;
import org.fumikura.rag.RagException.Code;
import org.jspecify.annotations.Nullable;

/// What a disk's failures mean to a person.
public final class DiskFaults {
    private DiskFaults() {}

    /// `DISK_FULL` or `NOT_WRITABLE` if that is what is behind the fault.
    public static Optional<Code> code(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof AccessDeniedException
                    || cause instanceof ReadOnlyFileSystemException
                    || cause instanceof FileSystemException && isReadOnly(cause.getMessage())) {
                return Optional.of(Code.NOT_WRITABLE);
            }
            if (cause instanceof IOException && isDiskFull(cause.getMessage())) {
                return Optional.of(Code.DISK_FULL);
            }
            for (Throwable suppressed : cause.getSuppressed()) {
                if (suppressed instanceof IOException && isDiskFull(suppressed.getMessage())) {
                    return Optional.of(Code.DISK_FULL);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isReadOnly(@Nullable String message) {
        return message != null && message.toLowerCase(Locale.ROOT).contains("read-only file");
    }

    /// Java has no exception of its own for it: the operating system's words are all there is.
    private static boolean isDiskFull(@Nullable String message) {
        if (message == null) {
            return false;
        }
        String words = message.toLowerCase(Locale.ROOT);
        return words.contains("no space left")
                || words.contains("not enough space")
                || words.contains("disk quota exceeded")
                || words.contains("disk full");
    }
}
