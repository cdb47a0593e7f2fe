package org.fumikura.rag;

/// A fault in the retrieval side that the caller must hear of. Carries a code the application looks
/// a sentence up by, and a detail for that sentence (a path, a number), never document text.
public final class RagException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// What went wrong, by what a person can do about it.
    public enum Code {
        /// Another process holds the library. Detail: the home folder.
        LIBRARY_IN_USE,
        /// The database cannot be opened or was written by a newer version. Detail: its path.
        DATABASE_BROKEN,
        /// The index cannot be read. Detail: its path.
        INDEX_BROKEN,
        /// The disk is full. Detail: the path written to.
        DISK_FULL,
        /// The home's folder or disk may not be written to. Detail: the path.
        NOT_WRITABLE,
        /// The file is no exported library. Detail: its path.
        ARCHIVE_FOREIGN,
        /// A newer version exported the library. Detail: the archive's path.
        ARCHIVE_NEWER,
        /// The archive is incomplete or differs from its checksums. Detail: its path.
        ARCHIVE_BROKEN,
        /// The home already holds files or conversations. Detail: the home folder.
        LIBRARY_NOT_EMPTY,
        /// The library was closed while something waited for it.
        CLOSED,
        /// A search by meaning was asked for without an embedding model.
        EMBEDDER_MISSING,
        /// A filter of a query says nothing. Detail: its name and its value, as `filter=after
        /// value=never`.
        QUERY_MALFORMED,
        /// A query has filters and nothing to look for.
        QUERY_WORDLESS,
        /// The model used up its room for words, or ended, while it was still thinking: there is no
        /// answer.
        THOUGHT_UNFINISHED,
        /// An evaluation set cannot be read. Detail: file and line.
        EVALUATION_SET_BROKEN
    }

    private final Code code;
    private final String detail;

    public RagException(Code code, String detail) {
        super(code + ": " + detail);
        this.code = code;
        this.detail = detail;
    }

    public RagException(Code code, String detail, Throwable cause) {
        super(code + ": " + detail, cause);
        this.code = code;
        this.detail = detail;
    }

    /// What went wrong.
    public Code code() {
        return code;
    }

    /// What the code's sentence needs: a path or a number.
    public String detail() {
        return detail;
    }
}
