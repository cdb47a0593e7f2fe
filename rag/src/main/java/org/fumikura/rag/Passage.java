package org.fumikura.rag;

import java.util.List;

/// A piece of a document small enough to search, show and cite. It never crosses a page.
///
/// @param page the page it lies on, from 1
/// @param span its place in the document's text; `text` is exactly that stretch
/// @param headings the headings above it, outermost first; a passage that goes on with a table ends
///   the path with that table's header row
public record Passage(PassageId id, int page, Span span, List<String> headings, String text) {
    public Passage {
        headings = List.copyOf(headings);
        if (page < 1) {
            throw new IllegalArgumentException("pages count from 1");
        }
        if (span.length() != text.length()) {
            throw new IllegalArgumentException("the span must cover the text");
        }
    }
}
