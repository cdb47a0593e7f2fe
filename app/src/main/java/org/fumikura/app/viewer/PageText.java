package org.fumikura.app.viewer;

import java.util.Optional;
import org.fumikura.rag.Document;
import org.fumikura.rag.Page;
import org.fumikura.rag.Span;

/// What is shown of a page.
///
/// @param number the page, from 1
/// @param pages how many pages the document has
/// @param text the page's text, or the part of a very long page around the mark
/// @param mark what to mark in `text`; empty where nothing is
public record PageText(int number, int pages, String text, Optional<Span> mark) {
    // Laying out more text than this at once would be felt.
    private static final int LIMIT = 16_000;

    /// A page of a document with a stretch of the document's text marked, as far as it lies on it.
    ///
    /// @return empty if the document has no such page
    public static Optional<PageText> of(Document document, int number, Span marked) {
        return document.pages().stream()
                .filter(page -> page.number() == number)
                .findFirst()
                .map(page -> cut(document, page, marked));
    }

    private static PageText cut(Document document, Page page, Span marked) {
        Span span = page.span();
        int start = Math.clamp(marked.start(), span.start(), span.end());
        int end = Math.clamp(marked.end(), span.start(), span.end());
        int from = span.start();
        int to = span.end();
        if (span.length() > LIMIT) {
            from = lineStart(document.text(), Math.max(from, start - LIMIT / 2), from);
            to = lineEnd(document.text(), Math.min(to, from + LIMIT), to);
        }
        String text = document.text().substring(from, to);
        Optional<Span> mark =
                start < end
                        ? Optional.of(new Span(start - from, Math.min(end, to) - from))
                        : Optional.empty();
        return new PageText(page.number(), document.pages().size(), LineWrap.undo(text), mark);
    }

    private static int lineStart(String text, int at, int floor) {
        return Math.max(floor, text.lastIndexOf('\n', at) + 1);
    }

    private static int lineEnd(String text, int at, int ceiling) {
        int end = text.indexOf('\n', at);
        return end < 0 ? ceiling : Math.min(ceiling, end);
    }
}
