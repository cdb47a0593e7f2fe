package org.fumikura.rag;

import java.util.List;

/// A document as it was read: what the viewer shows and offsets point into.
///
/// @param title the document's own title, or else its file name
/// @param mediaType such as `application/pdf`
/// @param text the whole extracted text
/// @param pages in order, numbered from 1, without overlap
public record Document(
        DocumentId id, String title, String mediaType, String text, List<Page> pages) {
    public Document {
        pages = List.copyOf(pages);
    }
}
