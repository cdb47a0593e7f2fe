package org.fumikura.rag.library;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Optional;
import org.fumikura.rag.RagException;
import org.fumikura.rag.RagException.Code;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What SQLite's failures mean to a person.
final class DatabaseFaults {
    /// Less than SQLite takes for a write of any kind: its shared memory grows by as much.
    private static final long NO_SPACE = 64 * 1024;

    private DatabaseFaults() {}

    /// The fault as the rest of the program knows it.
    static RagException of(Exception fault, Path file) {
        return new RagException(code(fault, file), file.toString(), fault);
    }

    private static Code code(Exception fault, Path file) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof AccessDeniedException
                    || cause instanceof ReadOnlyFileSystemException) {
                return Code.NOT_WRITABLE;
            }
            if (cause instanceof SQLiteException sqlite) {
                return code(sqlite.getResultCode(), file);
            }
        }
        return whatIsWrongWith(file).orElse(Code.DATABASE_BROKEN);
    }

    private static Code code(SQLiteErrorCode result, Path file) {
        // The lower byte is the kind of fault, the upper ones say more about it.
        if (isKind(result, SQLiteErrorCode.SQLITE_FULL)) {
            return Code.DISK_FULL;
        }
        if (isKind(result, SQLiteErrorCode.SQLITE_READONLY)
                || isKind(result, SQLiteErrorCode.SQLITE_PERM)) {
            return Code.NOT_WRITABLE;
        }
        if (isKind(result, SQLiteErrorCode.SQLITE_BUSY)) {
            return Code.LIBRARY_IN_USE;
        }
        if (isKind(result, SQLiteErrorCode.SQLITE_IOERR)
                || isKind(result, SQLiteErrorCode.SQLITE_CANTOPEN)) {
            return whatIsWrongWith(file).orElse(Code.DATABASE_BROKEN);
        }
        return Code.DATABASE_BROKEN;
    }

    private static boolean isKind(SQLiteErrorCode result, SQLiteErrorCode kind) {
        return (result.code & 0xff) == kind.code;
    }

    /// SQLite tells a failed write, and neither it nor Java why.
    private static Optional<Code> whatIsWrongWith(Path file) {
        Path place = nearest(file.toAbsolutePath());
        try {
            if (Files.getFileStore(place).isReadOnly() || !Files.isWritable(place)) {
                return Optional.of(Code.NOT_WRITABLE);
            }
            if (Files.getFileStore(place).getUsableSpace() < NO_SPACE) {
                return Optional.of(Code.DISK_FULL);
            }
        } catch (IOException _) {
            // Then it is not known.
        }
        return Optional.empty();
    }

    /// The file, or the folder above it that is there.
    private static Path nearest(Path file) {
        Path place = file;
        while (!Files.exists(place)) {
            Path above = place.getParent();
            if (above == null) {
                return place;
            }
            place = above;
        }
        return place;
    }
}
