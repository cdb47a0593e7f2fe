package org.fumikura.rag.parse;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.text.TextPosition;

/// One line of a PDF page: its segments from left to right, parted by wide spaces. Lengths are in
/// points, from the top left of the page as the text runs.
///
/// @param segments at least one
record PdfLine(List<Segment> segments) {
    float left() {
        return segments.getFirst().left();
    }

    float right() {
        return segments.getLast().right();
    }

    float baseline() {
        return segments.getFirst().baseline();
    }

    /// The size of most of the line's letters.
    float size() {
        return segments.getFirst().size();
    }

    boolean isRow() {
        return segments.size() > 1;
    }

    /// The text of a line that is not a row.
    String text() {
        return segments.getFirst().text();
    }

    /// Words that stand together.
    ///
    /// @param direction of the text in degrees, 0 if upright; or [#VERTICAL]
    record Segment(
            String text, float left, float right, float baseline, float size, float direction) {
        /// The direction of vertical writing.
        static final float VERTICAL = 1000;

        private static final Pattern SPACES = Pattern.compile("[ \\u00A0\\t]+");
        // Narrower spaces than this, in character heights, are kerning next to Japanese.
        private static final float WORD_GAP = 0.4f;

        static Segment of(String text, List<TextPosition> positions) {
            TextPosition first = positions.getFirst();
            TextPosition last = positions.getLast();
            float size = Math.max(first.getFontSizeInPt(), first.getYScale());
            if (first.getFont() != null && first.getFont().isVertical()) {
                return vertical(text, first, last, size <= 0 ? 1 : size);
            }
            float left = Math.min(first.getXDirAdj(), last.getXDirAdj());
            float right =
                    Math.max(
                            first.getXDirAdj() + first.getWidthDirAdj(),
                            last.getXDirAdj() + last.getWidthDirAdj());
            return new Segment(
                    SPACES.matcher(ReadableText.clean(text)).replaceAll(" ").strip(),
                    left,
                    right,
                    first.getYDirAdj(),
                    size <= 0 ? 1 : size,
                    first.getDir());
        }

        /// A column of vertical writing, seen with the page turned so that it is a line: the next
        /// column, on its left, lies below.
        private static Segment vertical(
                String text, TextPosition first, TextPosition last, float size) {
            return new Segment(
                    SPACES.matcher(ReadableText.clean(text)).replaceAll(" ").strip(),
                    Math.min(first.getYDirAdj(), last.getYDirAdj()) - size,
                    Math.max(first.getYDirAdj(), last.getYDirAdj()),
                    -first.getXDirAdj(),
                    size,
                    VERTICAL);
        }

        boolean isVertical() {
            return direction == VERTICAL;
        }

        /// This segment and `next` on the same line as one.
        Segment join(Segment next) {
            boolean far = next.left - right > WORD_GAP * size;
            String space = far ? " " : ReadableText.joint(text, next.text);
            return new Segment(
                    text + space + next.text,
                    Math.min(left, next.left),
                    Math.max(right, next.right),
                    baseline,
                    text.length() < next.text.length() ? next.size : size,
                    direction);
        }
    }
}
