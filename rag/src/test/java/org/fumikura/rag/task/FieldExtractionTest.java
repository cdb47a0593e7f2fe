package org.fumikura.rag.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fumikura.rag.task.TaskResult.FieldRow;
import org.fumikura.rag.task.TaskResult.FieldValue;
import org.fumikura.rag.task.TaskResult.Fields;
import org.junit.jupiter.api.Test;

class FieldExtractionTest {
    private static final List<String> NAMES = List.of("party", "amount");

    private final TaskDocument document =
            Documents.begin()
                    .paragraph(
                            "Harbour Estates\nLtd pays 1,250 euros. Maria Lindgren pays nothing.")
                    .end("Lease", 1);

    private Fields extract(String reply) {
        var model = ReplyingModel.saying(_ -> reply);
        try (var tasks = new DocumentTasks(model::model, new TaskSettings(60, 40))) {
            var task = new Task.ExtractFields(document, NAMES);
            var fields = (Fields) tasks.start(task, event -> {}).result().join().result();
            assertEquals(1, model.grammars().size());
            assertTrue(model.grammars().getFirst().startsWith("root ::= "));
            return fields;
        }
    }

    private static List<List<String>> values(Fields fields) {
        return fields.rows().stream()
                .map(row -> row.values().stream().map(FieldValue::text).toList())
                .toList();
    }

    @Test
    void valuesCarryTheirPlace() {
        Fields fields =
                extract(
                        "[{\"party\": \"Harbour Estates Ltd\", \"amount\": \"1,250 euros\"},"
                                + " {\"party\": \"Maria Lindgren\", \"amount\": \"\"}]");
        assertEquals(
                List.of(
                        List.of("Harbour Estates Ltd", "1,250 euros"),
                        List.of("Maria Lindgren", "")),
                values(fields));
        FieldRow first = fields.rows().getFirst();
        assertEquals(
                "Harbour Estates\nLtd",
                first.values().getFirst().span().of(document.content().text()));
        assertEquals(1, first.page());
        assertEquals(0, fields.leftOut());
        assertEquals(List.of(), fields.unread());
    }

    @Test
    void valuesThatDoNotStandInTheTextAreLeftOut() {
        Fields fields =
                extract("[{\"party\": \"Harbour Estates Ltd\", \"amount\": \"1250 euros\"}]");
        assertEquals(List.of(List.of("Harbour Estates Ltd", "")), values(fields));
        assertEquals(1, fields.leftOut());
    }

    @Test
    void aReplyThatWasCutOffCountsAsFarAsItGoes() {
        Fields fields =
                extract("[{\"party\": \"Maria Lindgren\", \"amount\": \"\"}, {\"party\": \"Harb…");
        assertEquals(List.of(List.of("Maria Lindgren", "")), values(fields));
    }

    @Test
    void partsThatGaveNothingReadableAreNamed() {
        assertEquals(List.of(1), extract("The parties are two.").unread());
        assertEquals(List.of(), extract("[]").rows());
    }
}
