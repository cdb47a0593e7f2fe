package org.fumikura.rag.parse;

import java.util.List;

/// A paragraph or table row of a PDF page.
///
/// @param cells one for a paragraph, several for a row
/// @param size of its letters in points
/// @param lines the number of lines it takes
record PdfBlock(List<String> cells, float size, int lines) {
    PdfBlock {
        cells = List.copyOf(cells);
    }

    boolean isRow() {
        return cells.size() > 1;
    }

    /// The text of a paragraph.
    String text() {
        return cells.getFirst();
    }

    int length() {
        return cells.stream().mapToInt(String::length).sum();
    }
}
