package org.fumikura.rag.parse;

/// What came of reading a file.
public sealed interface ParseOutcome {
    /// It was read.
    record Parsed(ParsedDocument document) implements ParseOutcome {}

    /// It is encrypted and the password that was given, if any, does not open it.
    record NeedsPassword() implements ParseOutcome {}

    /// It is encrypted in a way that no password opens here.
    record CannotUnlock() implements ParseOutcome {}

    /// It holds pictures of text only; `pages` of them.
    record NeedsOcr(int pages) implements ParseOutcome {}

    /// It was read, and holds no text at all.
    record Empty() implements ParseOutcome {}

    /// No parser is known for its type.
    record Unsupported(String mediaType) implements ParseOutcome {}

    /// It is damaged or is not what its name says. `detail` is the parser's own short word for it,
    /// free of document text.
    record Damaged(String detail) implements ParseOutcome {}

    /// It cannot be opened: gone, or not permitted.
    record Inaccessible(String detail) implements ParseOutcome {}

    /// It is larger than can be read; `limit` in bytes, or in characters where its text is too
    /// long.
    record TooLarge(long limit) implements ParseOutcome {}

    /// Reading it was given up, or ended the process that read it.
    record Stopped(Reason reason) implements ParseOutcome {
        /// What happened.
        public enum Reason {
            /// It took longer than a file of its size may.
            TIME,
            /// It needed more memory than a file may.
            MEMORY,
            /// The process died of it.
            CRASH
        }
    }
}
