package org.fumikura.rag.parse;

import java.util.ArrayList;
import java.util.List;
import org.fumikura.rag.parse.Block.TableRow.Role;

/// A table being read. Its first row is the header, but rows of a single cell in front of it, such
/// as the title on a sheet, are paragraphs. A table that holds another one lays out a page: its
/// cells are plain text. For one thread.
final class MarkupTable {
    private final List<StringBuilder> cells = new ArrayList<>();
    private final List<List<String>> leading = new ArrayList<>();
    private boolean inCell;
    private boolean layout;
    private boolean begun;

    void startCell() {
        inCell = true;
        if (!layout) {
            cells.add(new StringBuilder());
        }
    }

    /// Whether what comes now is the text of a cell.
    boolean takesText() {
        return inCell && !layout;
    }

    void append(String words) {
        StringBuilder cell = cells.getLast();
        cell.append(cell.isEmpty() ? "" : "\n").append(words.strip());
    }

    void endCell() {
        inCell = false;
    }

    void endRow(TextAssembly assembly) {
        inCell = false;
        List<String> row = cells.stream().map(StringBuilder::toString).toList();
        cells.clear();
        long filled = row.stream().filter(cell -> !cell.isBlank()).count();
        if (filled == 0) {
            return;
        }
        if (filled == 1 && !begun) {
            leading.add(row);
            return;
        }
        spillLeading(assembly);
        add(row, assembly);
    }

    void end(TextAssembly assembly) {
        endRow(assembly);
        // Rows of a single cell and nothing else: a table of one column.
        leading.forEach(row -> add(row, assembly));
        leading.clear();
    }

    /// Another table begins inside this one.
    void spill(TextAssembly assembly) {
        layout = true;
        spillLeading(assembly);
        cells.forEach(cell -> assembly.paragraph(cell.toString()));
        cells.clear();
    }

    private void spillLeading(TextAssembly assembly) {
        leading.forEach(row -> assembly.paragraph(String.join("", row)));
        leading.clear();
    }

    private void add(List<String> row, TextAssembly assembly) {
        assembly.row(row, begun ? Role.BODY : Role.HEADER);
        begun = true;
    }
}
