package org.fumikura.app.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.fumikura.rag.task.TaskResult;
import org.fumikura.rag.task.TaskResult.FieldValue;
import org.fumikura.ui.Messages;

/// Results that are tables, as rows of cells with their header.
public final class TaskRows {
    private TaskRows() {}

    /// One list of rows for each table; none if the result is no table.
    public static List<List<List<String>>> of(Messages messages, TaskResult result) {
        return switch (result) {
            case TaskResult.Tables tables -> tables.tables().stream().map(TaskRows::table).toList();
            case TaskResult.Fields fields -> List.of(fields(messages, fields));
            case TaskResult.Labels labels -> List.of(labels(messages, labels));
            case TaskResult.Digest _,
                    TaskResult.Outline _,
                    TaskResult.Rewritten _,
                    TaskResult.Written _ ->
                    List.of();
        };
    }

    private static List<List<String>> table(TaskResult.Table table) {
        var rows = new ArrayList<List<String>>();
        if (!table.header().isEmpty()) {
            rows.add(table.header());
        }
        rows.addAll(table.rows());
        return rows;
    }

    private static List<List<String>> fields(Messages messages, TaskResult.Fields fields) {
        var rows = new ArrayList<List<String>>();
        rows.add(
                Stream.concat(fields.names().stream(), Stream.of(messages.get("task.column.page")))
                        .toList());
        for (TaskResult.FieldRow row : fields.rows()) {
            rows.add(
                    Stream.concat(
                                    row.values().stream().map(FieldValue::text),
                                    Stream.of(Integer.toString(row.page())))
                            .toList());
        }
        return rows;
    }

    private static List<List<String>> labels(Messages messages, TaskResult.Labels labels) {
        var rows = new ArrayList<List<String>>();
        rows.add(
                List.of(
                        messages.get("task.column.text"),
                        messages.get("task.column.label"),
                        messages.get("task.column.share"),
                        messages.get("task.column.file"),
                        messages.get("task.column.page")));
        for (TaskResult.LabelledItem item : labels.items()) {
            rows.add(
                    List.of(
                            item.text().strip().replaceAll("\\s+", " "),
                            item.label(),
                            item.shares().stream()
                                    .max(Double::compare)
                                    .map(share -> String.format(Locale.ROOT, "%.2f", share))
                                    .orElse(""),
                            item.source().title(),
                            Integer.toString(item.page())));
        }
        return rows;
    }
}
