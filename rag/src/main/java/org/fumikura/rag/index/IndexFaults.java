package org.fumikura.rag.index;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.LockObtainFailedException;
import org.fumikura.rag.RagException;
import org.fumikura.rag.RagException.Code;
import org.jspecify.annotations.Nullable;

/// What Lucene's failures mean to a person.
final class IndexFaults {
    private IndexFaults() {}

    /// The fault as the rest of the program knows it.
    static RagException of(Exception fault, Path folder) {
        return new RagException(code(fault), folder.toString(), fault);
    }

    /// Whether the files themselves are at fault, so that only starting anew helps.
    static boolean isDamage(@Nullable Throwable fault) {
        return fault instanceof CorruptIndexException
                || fault instanceof IndexFormatTooOldException
                || fault instanceof IndexFormatTooNewException
                || fault instanceof IndexNotFoundException
                || fault instanceof NoSuchFileException
                || fault instanceof FileNotFoundException
                || fault instanceof EOFException
                // a codec or format this Lucene does not have
                || fault instanceof IllegalArgumentException;
    }

    private static Code code(Exception fault) {
        if (fault instanceof LockObtainFailedException) {
            return Code.LIBRARY_IN_USE;
        }
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof AccessDeniedException
                    || cause instanceof FileSystemException && isReadOnly(cause.getMessage())) {
                return Code.NOT_WRITABLE;
            }
            if (cause instanceof IOException && isDiskFull(cause.getMessage())) {
                return Code.DISK_FULL;
            }
            for (Throwable suppressed : cause.getSuppressed()) {
                if (suppressed instanceof IOException && isDiskFull(suppressed.getMessage())) {
                    return Code.DISK_FULL;
                }
            }
        }
        if (fault instanceof AlreadyClosedException && fault.getCause() == null) {
            throw new IllegalStateException("the index is closed", fault);
        }
        return Code.INDEX_BROKEN;
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
