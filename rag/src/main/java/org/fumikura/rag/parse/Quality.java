package org.fumikura.rag.parse;

/// What a document's text leaves out of what is in the file: the report a person sees of it.
///
/// @param unreadPages pages that are pictures of text
/// @param garbledPages pages whose text the file holds in an unreadable form only
/// @param lockedParts files inside it that need a password
/// @param unreadParts other files inside it that could not be read, such as damaged ones
public record Quality(int unreadPages, int garbledPages, int lockedParts, int unreadParts) {
    /// Nothing is left out.
    public static final Quality FULL = new Quality(0, 0, 0, 0);

    /// The report of two documents that became one.
    Quality plus(Quality other) {
        return new Quality(
                unreadPages + other.unreadPages,
                garbledPages + other.garbledPages,
                lockedParts + other.lockedParts,
                unreadParts + other.unreadParts);
    }
}
