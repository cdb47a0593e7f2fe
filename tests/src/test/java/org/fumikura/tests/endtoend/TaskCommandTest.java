package org.fumikura.tests.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.fumikura.app.Composition;
import org.fumikura.app.Main;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.task.Task;
import org.fumikura.rag.task.TaskDocument;
import org.fumikura.rag.task.TaskEvent;
import org.fumikura.rag.task.TaskResult;
import org.fumikura.tests.endtoend.Terminal.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tasks on documents from the command line, with the small model: structure and places, not
/// eloquence.
class TaskCommandTest {
    private static final String TEXT =
            """
            # The mill

            The mill was built in 1742 by the river Lune. Its wheel turns on Saturdays.

            - Tickets cost 4 euros.

            | Day | Visitors |
            | --- | --- |
            | Saturday | 120 |
            | Sunday | 80 |
            """;

    private static final int SIGTERM = 15;

    @TempDir private Path data;
    @TempDir private Path folder;
    private Path mill;

    @BeforeEach
    void writeDocument() throws IOException {
        mill = Files.writeString(folder.toRealPath().resolve("mill.md"), TEXT);
    }

    private Terminal withModel() {
        TestHome.open(data).close();
        return new Terminal(TestHome.at(data));
    }

    private static JsonNode only(Run run) {
        assertEquals(0, run.code(), run.err());
        assertEquals(1, run.json().size());
        return run.json().getFirst();
    }

    private static Set<String> fields(JsonNode node) {
        var names = new TreeSet<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> common(String... more) {
        var names = new TreeSet<>(Set.of("task", "documents", "complete", "model", "total_ms"));
        names.addAll(List.of(more));
        return names;
    }

    @Test
    void tablesAndOutlinesNeedNoModel() throws IOException {
        var terminal = new Terminal(TestHome.withoutModels(data));

        JsonNode tables = only(terminal.run("task", "extract", "--json", "--in", mill.toString()));
        assertEquals(common("tables"), fields(tables));
        JsonNode table = tables.get("tables").get(0);
        assertEquals("[\"Day\",\"Visitors\"]", table.get("header").toString());
        assertEquals("[[\"Saturday\",\"120\"],[\"Sunday\",\"80\"]]", table.get("rows").toString());

        Path csv = folder.resolve("visitors.csv");
        Run saved =
                terminal.run("task", "extract", "--in", mill.toString(), "--out", csv.toString());
        assertEquals(0, saved.code(), saved.err());
        assertEquals("", saved.out());
        assertEquals("Day,Visitors\r\nSaturday,120\r\nSunday,80\r\n", Files.readString(csv));

        Files.writeString(mill, "# One\n\nText here.\n\n## Two\n\nMore text.\n");
        JsonNode outline = only(terminal.run("ask", "--json", "/outline " + mill));
        assertEquals(common("entries", "by"), fields(outline));
        assertEquals("headings", outline.get("by").asText());
        assertEquals("", outline.get("model").asText());
        assertEquals(
                List.of("One", "Two"),
                StreamSupport.stream(outline.get("entries").spliterator(), false)
                        .map(entry -> entry.get("text").asText())
                        .toList());
    }

    @Test
    void whatIsMissingIsNamed() {
        var terminal = new Terminal(TestHome.withoutModels(data));
        assertEquals(2, terminal.run("task", "juggle").code());
        assertEquals(2, terminal.run("task", "summarize").code());
        Run compare = terminal.run("task", "compare", "--in", mill.toString());
        assertEquals(2, compare.code());
        assertTrue(compare.err().contains("two files"), compare.err());
        assertEquals(2, terminal.run("task", "classify", "good", "--in", mill.toString()).code());
        Path none = folder.resolve("none.pdf");
        Run missing = terminal.run("task", "outline", "--in", none.toString());
        assertEquals(1, missing.code());
        assertTrue(missing.err().contains("none.pdf"), missing.err());
    }

    @Test
    void everyCitationOfASummaryIsVerbatim() {
        JsonNode summary =
                only(withModel().run("task", "summarize", "--json", "--in", mill.toString()));
        assertEquals(common("sentences", "points", "citations"), fields(summary));
        assertFalse(summary.get("model").asText().isEmpty());
        assertTrue(summary.get("complete").asBoolean());
        assertEquals(mill.toString(), summary.get("documents").get(0).asText());
        String text = text();
        for (JsonNode citation : summary.get("citations")) {
            assertEquals(
                    citation.get("quote").asText(),
                    text.substring(citation.get("start").asInt(), citation.get("end").asInt()));
        }
        for (JsonNode sentence : summary.get("sentences")) {
            assertEquals(
                    sentence.get("support").asText().equals("supported"),
                    !sentence.get("citations").isEmpty());
        }
    }

    @Test
    void translationHasEveryBlock() throws IOException {
        Files.writeString(
                mill,
                """
                # The mill

                It was built in 1742.

                - Tickets cost 4 euros.

                | Day |
                | --- |
                | Sunday |
                """);
        JsonNode translation =
                only(withModel().run("task", "translate", "ja", "--json", "--in", mill.toString()));
        assertEquals(common("blocks"), fields(translation));
        assertEquals(
                List.of("heading", "paragraph", "item", "row", "row"),
                StreamSupport.stream(translation.get("blocks").spliterator(), false)
                        .map(block -> block.get("form").asText())
                        .toList());
        for (JsonNode block : translation.get("blocks")) {
            assertEquals(block.get("source").size(), block.get("text").size());
            if (block.get("mark").asText().equals("failed")) {
                assertTrue(
                        StreamSupport.stream(block.get("text").spliterator(), false)
                                .anyMatch(cell ->
                                        block.get("source").toString().contains(cell.asText())));
            }
        }
    }

    @Test
    void extractedValuesStandInTheText() {
        JsonNode fields =
                only(
                        withModel()
                                .run(
                                        "task",
                                        "extract",
                                        "--json",
                                        "--in",
                                        mill.toString(),
                                        "year,",
                                        "river"));
        assertEquals(common("records", "left_out", "unread_parts"), fields(fields));
        assertEquals(0, fields.get("unread_parts").size(), "the grammar holds the model");
        String text = text();
        for (JsonNode record : fields.get("records")) {
            for (JsonNode value : record) {
                assertEquals(
                        value.get("text").asText(),
                        text.substring(value.get("start").asInt(), value.get("end").asInt())
                                .replaceAll("\\s+", " "));
            }
        }
    }

    @Test
    void everyLineGetsALabel() throws IOException {
        Path reviews =
                Files.writeString(folder.resolve("reviews.csv"), "review\nLovely\nIt leaks\n");
        JsonNode labels =
                only(
                        withModel()
                                .run(
                                        "task",
                                        "classify",
                                        "--json",
                                        "--in",
                                        reviews.toString(),
                                        "--example",
                                        "Nice => positive",
                                        "positive, negative"));
        assertEquals(2, labels.get("items").size());
        for (JsonNode item : labels.get("items")) {
            assertTrue(Set.of("positive", "negative").contains(item.get("label").asText()));
            double sum = 0;
            for (JsonNode share : item.get("shares")) {
                sum += share.asDouble();
            }
            assertTrue(item.get("shares").isEmpty() || Math.abs(sum - 1) < 1e-6);
        }
    }

    @Test
    void aTextIsRewrittenAndCodeIsWritten() {
        Terminal terminal = withModel();
        Run rewritten = terminal.run("task", "rewrite", "--json", "--in", mill.toString(), "short");
        assertEquals(6, only(rewritten).get("blocks").size());
        assertFalse(
                only(terminal.run("task", "code", "--json", "a loop in Python"))
                        .get("text")
                        .asText()
                        .isBlank());
    }

    @Test
    void aStoppedTaskEndsAndKeepsWhatItHas() throws IOException {
        Files.writeString(mill, "The mill grinds corn for the whole valley.\n\n".repeat(200));
        try (Composition services = TestHome.open(data)) {
            services.library().add(List.of(mill)).words().join();
            DocumentId id = services.library().files().getFirst().document().orElseThrow();
            TaskDocument document = TaskDocument.of(services.library(), id).orElseThrow();
            var begun = new CompletableFuture<Integer>();
            var pending =
                    services.tasks()
                            .start(
                                    new Task.Translate(document, java.util.Locale.JAPANESE),
                                    event -> {
                                        if (event instanceof TaskEvent.Progress progress) {
                                            begun.complete(progress.parts());
                                        }
                                    });
            assertEquals(200, begun.join());
            pending.stop();
            TaskEvent.Finished done = pending.result().join();
            assertEquals(TaskEvent.Extent.STOPPED, done.extent());
            assertTrue(((TaskResult.Rewritten) done.result()).blocks().size() < 200);
        }
    }

    @Test
    void anInterruptedTaskTellsWhatItHas() throws Exception {
        Files.writeString(mill, "The mill grinds corn for the whole valley.\n\n".repeat(200));
        try (Composition services = TestHome.open(data)) {
            TestHome.add(services, mill);
        }
        var builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Duser.language=en",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "task",
                        "translate",
                        "ja",
                        "--json",
                        "--home",
                        data.toString(),
                        "--in",
                        mill.toString());
        builder.environment().put("FUMIKURA_MODELS", TestHome.at(data).models().toString());
        Process command = builder.start();
        BufferedReader said = command.errorReader();
        String line = said.readLine();
        while (line != null && !line.contains("part")) {
            line = said.readLine();
        }
        // Not its own: that closes what it still says.
        command.toHandle().destroy();
        List<JsonNode> told = new Run(0, command.inputReader().readAllAsString(), "").json();
        assertEquals(1, told.size());
        assertFalse(told.getFirst().get("complete").asBoolean());
        assertTrue(told.getFirst().get("blocks").size() < 200);
        assertTrue(said.readAllAsString().contains("Stopped."));
        assertEquals(128 + SIGTERM, command.waitFor());
    }

    /// The document's text as it was read.
    private String text() {
        try (Composition services = Composition.open(TestHome.at(data))) {
            DocumentId id = services.library().files().getFirst().document().orElseThrow();
            return services.library().document(id).orElseThrow().text();
        }
    }
}
