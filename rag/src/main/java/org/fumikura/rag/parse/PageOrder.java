package org.fumikura.rag.parse;

import org.fumikura.rag.Span;

/// Which page of a file to draw, how large, and what to find on it.
///
/// @param page from 1
/// @param width of the picture in pixels
/// @param text the page's text as it was read from the file
/// @param marked the stretch of `text` to find; empty if nothing
public record PageOrder(int page, int width, String text, Span marked) {
    public PageOrder {
        if (page < 1 || width < 1 || marked.end() > text.length()) {
            throw new IllegalArgumentException("no such page, width or mark");
        }
    }

    /// Hides the text.
    @Override
    public String toString() {
        return "PageOrder[" + page + "]";
    }
}
