package org.fumikura.app.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fumikura.app.cli.AskJson.CitationJson;
import org.fumikura.app.cli.AskJson.SentenceJson;
import org.fumikura.rag.task.RewrittenBlock;
import org.fumikura.rag.task.RewrittenBlock.Form;
import org.fumikura.rag.task.Task;
import org.fumikura.rag.task.TaskResult;

/// A task's result as JSON.
sealed interface TaskResultJson {
    /// Of `summarize` and `compare`.
    record Digest(
            List<SentenceJson> sentences, List<SentenceJson> points, List<CitationJson> citations)
            implements TaskResultJson {}

    /// Of `extract`.
    record Tables(List<Table> tables) implements TaskResultJson {}

    record Table(
            String heading,
            int page,
            int start,
            int end,
            List<String> header,
            List<List<String>> rows) {}

    /// Of `extract` with fields.
    ///
    /// @param leftOut values the model gave that are not in the text
    /// @param unreadParts numbers of parts of which nothing readable came
    record Fields(
            List<Map<String, Value>> records,
            @JsonProperty("left_out") int leftOut,
            @JsonProperty("unread_parts") List<Integer> unreadParts)
            implements TaskResultJson {}

    record Value(String text, int page, int start, int end) {}

    /// Of `translate` and `rewrite`.
    record Blocks(List<Block> blocks) implements TaskResultJson {}

    /// @param form `heading`, `paragraph`, `item`, `row` or `verbatim`
    /// @param mark `done`, `kept` or `failed`
    record Block(
            String form,
            List<String> source,
            List<String> text,
            String mark,
            int page,
            int start,
            int end) {}

    /// Of `outline`.
    ///
    /// @param by `headings` or `model`
    record Outline(List<Entry> entries, String by) implements TaskResultJson {}

    record Entry(int level, String text, int page, int start, int end) {}

    /// Of `classify`.
    record Labels(List<Item> items) implements TaskResultJson {}

    /// @param shares by label; empty if the runtime cannot tell
    record Item(
            String document,
            int page,
            int start,
            int end,
            String text,
            String label,
            Map<String, Double> shares) {}

    /// Of `code`.
    record Written(String text, @JsonProperty("unread_parts") int unreadParts)
            implements TaskResultJson {}

    static TaskResultJson of(Task task, TaskResult result) {
        return switch (result) {
            case TaskResult.Digest(var lead, var points, var citations) ->
                    new Digest(
                            lead.stream().map(SentenceJson::of).toList(),
                            points.stream().map(SentenceJson::of).toList(),
                            citations.stream().map(CitationJson::of).toList());
            case TaskResult.Tables(var tables) ->
                    new Tables(tables.stream().map(TaskResultJson::table).toList());
            case TaskResult.Fields fields ->
                    new Fields(
                            fields.rows().stream().map(row -> record(fields.names(), row)).toList(),
                            fields.leftOut(),
                            fields.unread());
            case TaskResult.Rewritten(var blocks) ->
                    new Blocks(blocks.stream().map(TaskResultJson::block).toList());
            case TaskResult.Outline(var entries, var origin) ->
                    new Outline(
                            entries.stream()
                                    .map(entry ->
                                            new Entry(
                                                    entry.level(),
                                                    entry.text(),
                                                    entry.page(),
                                                    entry.span().start(),
                                                    entry.span().end()))
                                    .toList(),
                            word(origin));
            case TaskResult.Labels(var items) ->
                    new Labels(items.stream().map(item -> item(item, task)).toList());
            case TaskResult.Written(String text, int unread) -> new Written(text, unread);
        };
    }

    private static Table table(TaskResult.Table table) {
        return new Table(
                table.heading(),
                table.page(),
                table.span().start(),
                table.span().end(),
                table.header(),
                table.rows());
    }

    private static Map<String, Value> record(List<String> names, TaskResult.FieldRow row) {
        var record = new LinkedHashMap<String, Value>();
        for (int i = 0; i < names.size(); i++) {
            TaskResult.FieldValue value = row.values().get(i);
            if (!value.text().isEmpty()) {
                record.put(
                        names.get(i),
                        new Value(
                                value.text(),
                                value.page(),
                                value.span().start(),
                                value.span().end()));
            }
        }
        return record;
    }

    private static Block block(RewrittenBlock block) {
        String form =
                switch (block.form()) {
                    case Form.Heading _ -> "heading";
                    case Form.Paragraph _ -> "paragraph";
                    case Form.Item _ -> "item";
                    case Form.Row _ -> "row";
                    case Form.Verbatim _ -> "verbatim";
                };
        return new Block(
                form,
                block.source(),
                block.text(),
                word(block.mark()),
                block.page(),
                block.span().start(),
                block.span().end());
    }

    private static Item item(TaskResult.LabelledItem item, Task task) {
        var shares = new LinkedHashMap<String, Double>();
        if (task instanceof Task.Classify classify) {
            for (int i = 0; i < item.shares().size(); i++) {
                shares.put(classify.labels().get(i), item.shares().get(i));
            }
        }
        return new Item(
                item.source().path().toString(),
                item.page(),
                item.span().start(),
                item.span().end(),
                item.text(),
                item.label(),
                shares);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
