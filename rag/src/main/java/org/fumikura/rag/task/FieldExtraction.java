package org.fumikura.rag.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fumikura.rag.Passage;
import org.fumikura.rag.Span;
import org.fumikura.rag.answer.Gbnf;
import org.fumikura.rag.answer.Reply;
import org.fumikura.rag.task.TaskEvent.Step;
import org.fumikura.rag.task.TaskResult.FieldRow;
import org.fumikura.rag.task.TaskResult.FieldValue;
import org.fumikura.rag.task.TaskResult.Fields;

/// Values by name: the model gives them part by part as JSON, held to it by a grammar where the
/// runtime can; a value counts only if it stands in the part, letter by letter but for white space.
final class FieldExtraction {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int REPLY_TOKENS = 480;

    private final TaskRun run;
    private final TaskDocument document;
    private final List<String> fields;
    private final LinkedHashSet<FieldRow> rows = new LinkedHashSet<>();
    private final List<Integer> unread = new ArrayList<>();
    private int leftOut;

    private FieldExtraction(TaskRun run, TaskDocument document, List<String> fields) {
        this.run = run;
        this.document = document;
        this.fields = fields;
    }

    static Fields extract(TaskRun run, Task.ExtractFields task) {
        return new FieldExtraction(run, task.document(), task.fields()).all();
    }

    private Fields all() {
        List<List<Passage>> parts =
                Parts.of(
                        document.passages(),
                        passage -> run.tokens(passage.text()),
                        run.settings().partTokens());
        run.each(Step.READING, parts, part -> read(part, parts.indexOf(part) + 1));
        return new Fields(fields, List.copyOf(rows), leftOut, unread);
    }

    private void read(List<Passage> part, int number) {
        var span = new Span(part.getFirst().span().start(), part.getLast().span().end());
        Optional<JsonNode> records = records(span.of(document.content().text()));
        if (records.isEmpty()) {
            unread.add(number);
            return;
        }
        for (JsonNode record : records.get()) {
            List<FieldValue> values =
                    fields.stream().map(name -> value(record.path(name), span)).toList();
            if (values.stream().anyMatch(value -> !value.text().isEmpty())) {
                rows.add(new FieldRow(values));
            }
        }
    }

    private Optional<JsonNode> records(String text) {
        List<ChatMessage> messages =
                List.of(
                        SystemMessage.from(TaskWording.writer(document.language())),
                        UserMessage.from(TaskWording.fields(document.language(), fields, text)));
        Reply reply =
                Reply.await(
                        run.model(), messages, REPLY_TOKENS, run.sign(), Optional.of(grammar()));
        return parsed(reply.text());
    }

    /// The list of records in a reply. One that was cut off counts up to its last whole record.
    private static Optional<JsonNode> parsed(String reply) {
        int from = reply.indexOf('[');
        if (from < 0) {
            return Optional.empty();
        }
        int to = reply.lastIndexOf(']');
        String list =
                to > from
                        ? reply.substring(from, to + 1)
                        : reply.substring(from, Math.max(from, reply.lastIndexOf('}')) + 1) + "]";
        try {
            JsonNode node = JSON.readTree(list);
            return node.isArray() ? Optional.of(node) : Optional.empty();
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    /// The value where it stands in the part; none if it does not.
    private FieldValue value(JsonNode given, Span part) {
        String words = given.isValueNode() && !given.isNull() ? given.asText().strip() : "";
        if (words.isEmpty()) {
            return FieldValue.NONE;
        }
        String anyGaps =
                Pattern.compile("\\s+")
                        .splitAsStream(words)
                        .map(Pattern::quote)
                        .collect(Collectors.joining("\\s+"));
        String text = document.content().text();
        Matcher place = Pattern.compile(anyGaps).matcher(text).region(part.start(), part.end());
        if (!place.find()) {
            leftOut++;
            return FieldValue.NONE;
        }
        var span = new Span(place.start(), place.end());
        return new FieldValue(
                span.of(text).replaceAll("\\s+", " "), document.page(span.start()), span);
    }

    /// A list of objects that have just these fields, in this order.
    private String grammar() {
        String members =
                fields.stream()
                        .map(name -> Gbnf.literal(JSON.valueToTree(name) + ": ") + " text")
                        .collect(Collectors.joining(" \", \" "));
        return "root ::= \"[\" (record (\", \" record){0,40})? \"]\"\n"
                + "record ::= \"{\" "
                + members
                + " \"}\"\n"
                + "text ::= \"\\\"\" ([^\"\\\\\\x00-\\x1f] | \"\\\\\" [\"\\\\/]){0,120} \"\\\"\"\n";
    }
}
