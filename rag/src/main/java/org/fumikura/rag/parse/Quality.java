package org.fumikura.rag.parse;

/// What a document's text leaves out of what is in the file: the report a person sees of it.
///
/// @param unreadPages pages that are pictures of text
/// @param garbledPages pages whose text the file holds in an unreadable form only
/// @param recognisedPages pages whose text was recognised in a picture and may hold mistakes
/// @param lockedParts files inside it that need a password
/// @param unreadParts other files inside it that could not be read, such as damaged ones
public record Quality(
        int unreadPages, int garbledPages, int recognisedPages, int lockedParts, int unreadParts) {
    /// Nothing is left out.
    public static final Quality FULL = new Quality(0, 0, 0, 0, 0);

    /// A page that was recognised.
    static final Quality RECOGNISED_PAGE = new Quality(0, 0, 1, 0, 0);

    /// How many pages only recognition could read.
    public int unrecognisedPages() {
        return unreadPages + garbledPages;
    }

    /// The report of two documents that became one.
    Quality plus(Quality other) {
        return new Quality(
                unreadPages + other.unreadPages,
                garbledPages + other.garbledPages,
                recognisedPages + other.recognisedPages,
                lockedParts + other.lockedParts,
                unreadParts + other.unreadParts);
    }
}
