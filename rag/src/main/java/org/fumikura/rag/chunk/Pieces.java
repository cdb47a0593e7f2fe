package org.fumikura.rag.chunk;

import java.util.ArrayList;
import java.util.List;
import org.fumikura.rag.Span;

/// Cuts what is too large for one passage: at the last comma, space or tab that lets a piece fit,
/// or anywhere if there is none.
final class Pieces {
    private static final String BREAKS = "、，,;；:： \t\n　。）)」";

    private Pieces() {}

    /// `span` of `text` in pieces none of which exceeds [PassageSize#MAX]; one if it fits.
    static List<Span> of(String text, Span span) {
        if (span.length() * 4 <= PassageSize.MAX / 3
                || PassageSize.of(text, span.start(), span.end()) <= PassageSize.MAX) {
            return List.of(span);
        }
        List<Span> pieces = new ArrayList<>();
        int start = span.start();
        while (start < span.end()) {
            int end = end(text, start, span.end());
            addTrimmed(text, start, end, pieces);
            start = end;
        }
        return pieces;
    }

    private static int end(String text, int start, int limit) {
        int size = 0;
        int afterBreak = -1;
        for (int i = start; i < limit; i++) {
            size += PassageSize.of(text, i, i + 1);
            if (size > PassageSize.TARGET) {
                if (afterBreak > start) {
                    return afterBreak;
                }
                return Character.isLowSurrogate(text.charAt(i)) && i - 1 > start ? i - 1 : i;
            }
            if (BREAKS.indexOf(text.charAt(i)) >= 0) {
                afterBreak = i + 1;
            }
        }
        return limit;
    }

    private static void addTrimmed(String text, int start, int end, List<Span> pieces) {
        Span piece = new Span(start, end).trimmed(text);
        if (piece.length() > 0) {
            pieces.add(piece);
        }
    }
}
