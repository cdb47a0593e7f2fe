package org.fumikura.rag;

/// A stretch of a text: UTF-16 code units from `start` (inclusive) to `end` (exclusive).
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: " + start + ".." + end);
        }
    }

    /// The number of code units.
    public int length() {
        return end - start;
    }

    /// The stretch of `text` this span covers.
    public String of(String text) {
        return text.substring(start, end);
    }

    /// Whether `other` lies wholly inside this span.
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    /// This span of `text` without the white space at its ends; empty if there is nothing else.
    public Span trimmed(String text) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return new Span(from, to);
    }

    /// The same stretch seen from `offset` code units further left.
    public Span shift(int offset) {
        return new Span(start + offset, end + offset);
    }
}
