package org.fumikura.rag.library;

/// Why a file is not in the index.
///
/// @param detail what the kind's sentence needs: a media type, a number of pages, a parser's short
///   word; empty if nothing. Never document text.
public record FileProblem(Kind kind, String detail) {
    /// The reason, by what a person can do about it.
    public enum Kind {
        NEEDS_PASSWORD,
        /// It is encrypted in a way that no password opens here.
        CANNOT_UNLOCK,
        NEEDS_OCR,
        EMPTY,
        UNSUPPORTED,
        DAMAGED,
        NOT_FOUND,
        NOT_PERMITTED,
        TOO_LARGE,
        TOOK_TOO_LONG,
        TOO_MUCH_MEMORY,
        PARSER_CRASHED,
        /// The person stopped the work before it was read.
        STOPPED
    }
}
