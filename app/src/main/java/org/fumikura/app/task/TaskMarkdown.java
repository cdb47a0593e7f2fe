package org.fumikura.app.task;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.fumikura.app.text.ListText;
import org.fumikura.app.text.SourceLine;
import org.fumikura.rag.answer.AnswerSentence;
import org.fumikura.rag.answer.AnswerSentence.Support;
import org.fumikura.rag.answer.Citation;
import org.fumikura.rag.task.RewrittenBlock;
import org.fumikura.rag.task.RewrittenBlock.Form;
import org.fumikura.rag.task.RewrittenBlock.Mark;
import org.fumikura.rag.task.TaskEvent;
import org.fumikura.rag.task.TaskResult;
import org.fumikura.ui.Messages;

/// A task's result as Markdown.
public final class TaskMarkdown {
    private final Messages messages;

    public TaskMarkdown(Messages messages) {
        this.messages = messages;
    }

    /// What came of a task, with a line behind it that says so if it was stopped.
    public String of(TaskEvent.Finished done) {
        if (done.extent() == TaskEvent.Extent.WHOLE) {
            return of(done.result());
        }
        String stopped = "> " + messages.get("task.stopped");
        return done.result().isEmpty() ? stopped : of(done.result()) + "\n\n" + stopped;
    }

    /// The whole result, with what has to be said about it.
    public String of(TaskResult result) {
        return switch (result) {
            case TaskResult.Digest digest -> digest(digest);
            case TaskResult.Tables tables -> tables(tables);
            case TaskResult.Fields fields -> fields(fields);
            case TaskResult.Rewritten rewritten -> rewritten(rewritten);
            case TaskResult.Outline outline -> outline(outline);
            case TaskResult.Labels labels -> rows(TaskRows.of(messages, labels).getFirst());
            case TaskResult.Written written ->
                    written.unread() == 0
                            ? written.text()
                            : written.text()
                                    + "\n\n"
                                    + messages.get("task.written.unread", written.unread());
        };
    }

    private String digest(TaskResult.Digest digest) {
        if (digest.isEmpty()) {
            return messages.get("task.digest.empty");
        }
        var text = new StringBuilder();
        for (AnswerSentence sentence : digest.lead()) {
            text.append(text.isEmpty() ? "" : sentence.before()).append(marked(sentence));
        }
        if (!digest.points().isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n\n");
            text.append("## ").append(messages.get("task.digest.points")).append("\n\n");
            text.append(
                    digest.points().stream()
                            .map(point -> "- " + marked(point))
                            .collect(Collectors.joining("\n")));
        }
        if (!digest.citations().isEmpty()) {
            text.append("\n\n## ").append(messages.get("task.digest.sources")).append("\n\n");
            text.append(
                    digest.citations().stream()
                            .map(this::source)
                            .collect(Collectors.joining("\n")));
        }
        return text.toString();
    }

    private String source(Citation citation) {
        return SourceLine.of(
                messages, citation.number(), citation.title(), citation.page(), citation.quote());
    }

    private String marked(AnswerSentence sentence) {
        String text = sentence.text().replaceFirst("^[-*•・]\\s+", "");
        if (sentence.support() == Support.UNSUPPORTED) {
            return text + " " + messages.get("task.digest.unsupported");
        }
        return text
                + sentence.citations().stream()
                        .map(number -> "[" + number + "]")
                        .collect(
                                Collectors.joining(
                                        "", sentence.citations().isEmpty() ? "" : " ", ""));
    }

    private String tables(TaskResult.Tables tables) {
        if (tables.tables().isEmpty()) {
            return messages.get("task.tables.none");
        }
        List<List<List<String>>> rows = TaskRows.of(messages, tables);
        var text = new ArrayList<String>();
        for (int i = 0; i < rows.size(); i++) {
            TaskResult.Table table = tables.tables().get(i);
            String title =
                    table.heading().isEmpty()
                            ? messages.get("task.tables.page", table.page())
                            : messages.get("task.tables.title", table.heading(), table.page());
            text.add("### " + title + "\n\n" + rows(rows.get(i)));
        }
        return String.join("\n\n", text);
    }

    private String fields(TaskResult.Fields fields) {
        var text = new ArrayList<String>();
        text.add(
                fields.rows().isEmpty()
                        ? messages.get("task.fields.none")
                        : rows(TaskRows.of(messages, fields).getFirst()));
        if (fields.leftOut() > 0) {
            text.add(messages.get("task.fields.leftOut", fields.leftOut()));
        }
        if (!fields.unread().isEmpty()) {
            text.add(
                    messages.get(
                            "task.fields.unread",
                            ListText.of(
                                    messages,
                                    fields.unread().stream().map(String::valueOf).toList())));
        }
        return String.join("\n\n", text);
    }

    private String outline(TaskResult.Outline outline) {
        if (outline.entries().isEmpty()) {
            return messages.get("task.outline.none");
        }
        String entries =
                outline.entries().stream()
                        .map(entry ->
                                "  ".repeat(Math.max(0, entry.level() - 1))
                                        + "- "
                                        + messages.get(
                                                "task.outline.entry", entry.text(), entry.page()))
                        .collect(Collectors.joining("\n"));
        return switch (outline.origin()) {
            case HEADINGS -> entries;
            case MODEL -> messages.get("task.outline.byModel") + "\n\n" + entries;
        };
    }

    private String rewritten(TaskResult.Rewritten rewritten) {
        var text = new StringBuilder();
        Form before = null;
        long failed = 0;
        for (RewrittenBlock block : rewritten.blocks()) {
            if (before != null) {
                boolean close =
                        before instanceof Form.Item && block.form() instanceof Form.Item
                                || block.form() instanceof Form.Row row
                                        && row.place() == Form.Row.Place.LATER;
                text.append(close ? "\n" : "\n\n");
            }
            text.append(block(block));
            failed += block.mark() == Mark.FAILED ? 1 : 0;
            before = block.form();
        }
        if (failed > 0) {
            text.append("\n\n> ").append(messages.get("task.rewritten.failed", failed));
        }
        return text.toString();
    }

    private String block(RewrittenBlock block) {
        String mark = block.mark() == Mark.FAILED ? " " + messages.get("task.rewritten.mark") : "";
        String text = String.join(" ", block.text());
        return switch (block.form()) {
            case Form.Heading(int level) -> "#".repeat(Math.clamp(level, 1, 6)) + " " + text + mark;
            case Form.Paragraph _ -> text + mark;
            case Form.Item(String sign) ->
                    (sign.matches("\\d{1,3}[.)]") ? sign : "-") + " " + text + mark;
            case Form.Row(Form.Row.Place place) ->
                    row(block.text())
                            + mark
                            + (place == Form.Row.Place.FIRST ? "\n" + rule(block.text()) : "");
            case Form.Verbatim _ -> "```\n" + text.strip() + "\n```";
        };
    }

    private static String rows(List<List<String>> rows) {
        var lines = new ArrayList<String>();
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        for (List<String> row : rows) {
            var cells = new ArrayList<>(row);
            while (cells.size() < columns) {
                cells.add("");
            }
            lines.add(row(cells));
            if (lines.size() == 1) {
                lines.add(rule(cells));
            }
        }
        return String.join("\n", lines);
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.replace("|", "\\|").replaceAll("\\s+", " "))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String rule(List<String> cells) {
        return cells.stream().map(_ -> "---").collect(Collectors.joining(" | ", "| ", " |"));
    }
}
