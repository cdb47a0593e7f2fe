package org.fumikura.rag.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fumikura.rag.Span;
import org.fumikura.rag.parse.Block;
import org.fumikura.rag.parse.Block.TableRow.Role;
import org.fumikura.rag.task.TaskResult.Table;

/// Finds the tables among a document's blocks: rows that follow each other on one page.
final class TableBlocks {
    private final TaskDocument document;
    private final List<Table> tables = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> header = List.of();
    private String heading = "";
    private int start;
    private int end;

    private TableBlocks(TaskDocument document) {
        this.document = document;
    }

    static List<Table> of(TaskDocument document) {
        var blocks = new TableBlocks(document);
        document.content().blocks().forEach(blocks::take);
        blocks.close();
        return List.copyOf(blocks.tables);
    }

    /// The cells of a row.
    static List<String> cells(String row) {
        return Arrays.stream(row.split("\t", -1))
                .map(cell -> cell.strip().replaceAll("\\s+", " "))
                .toList();
    }

    private void take(Block block) {
        String text = document.content().text();
        switch (block) {
            case Block.TableRow(Span span, Role role) -> {
                boolean turned = !isEmpty() && document.page(span.start()) != document.page(start);
                if (role == Role.HEADER || turned) {
                    close();
                }
                if (isEmpty()) {
                    start = span.start();
                }
                end = span.end();
                List<String> cells = cells(span.of(text));
                if (role == Role.HEADER) {
                    header = cells;
                } else {
                    rows.add(cells);
                }
            }
            case Block.Heading named -> {
                close();
                heading = named.name().of(text).strip().replaceAll("\\s+", " ");
            }
            case Block.Paragraph _, Block.ListItem _, Block.Verbatim _ -> close();
        }
    }

    private boolean isEmpty() {
        return header.isEmpty() && rows.isEmpty();
    }

    private void close() {
        if (!isEmpty()) {
            tables.add(
                    new Table(heading, header, rows, document.page(start), new Span(start, end)));
        }
        header = List.of();
        rows.clear();
    }
}
