package org.fumikura.rag.index;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.LockObtainFailedException;
import org.fumikura.rag.DiskFaults;
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
        Optional<Code> disk = DiskFaults.code(fault);
        if (disk.isPresent()) {
            return disk.get();
        }
        if (fault instanceof AlreadyClosedException && fault.getCause() == null) {
            throw new IllegalStateException("the index is closed", fault);
        }
        return Code.INDEX_BROKEN;
    }
}
