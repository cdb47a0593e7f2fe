package org.fumikura.tests.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.io.FileUtils;
import org.fumikura.app.Composition;
import org.fumikura.app.Home;
import org.fumikura.tests.endtoend.Terminal.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command line as scripts see it: JSON fields, exit codes, what goes to which stream.
class CommandLineTest {
    private static final Set<String> FILE =
            Set.of(
                    "path",
                    "state",
                    "pages",
                    "passages",
                    "reason",
                    "problem",
                    "presence",
                    "duplicate_of",
                    "quality",
                    "recognition");
    private static final Set<String> HIT =
            Set.of(
                    "rank",
                    "document",
                    "page",
                    "start",
                    "end",
                    "score",
                    "lexical_rank",
                    "vector_rank",
                    "text");

    @TempDir private Path data;
    @TempDir private Path given;
    private Path folder;
    private Path mill;

    @BeforeEach
    void writeDocuments() throws IOException {
        folder = given.toRealPath();
        mill =
                Files.writeString(
                        folder.resolve("mill.md"),
                        "# The mill\n\nThe mill was built in 1742 by the river Lune.\n");
        Files.writeString(folder.resolve("水車.md"), "# 水車\n\n水車は毎週土曜日に動きます。\n");
    }

    @Test
    void searchIsMeasuredAsTheIndexGrows() {
        var terminal = new Terminal(TestHome.withoutModels(data));
        assertEquals(2, terminal.run("bench", "--passages", "15").code());
        Path corpus = folder.resolve("corpus");
        for (boolean written : new boolean[] {true, false}) {
            Run run =
                    terminal.run(
                            "bench",
                            "--json",
                            "--passages",
                            "40",
                            "--passages",
                            "80",
                            "--queries",
                            "20",
                            "--corpus",
                            corpus.toString());
            assertEquals(0, run.code(), run.err());
            JsonNode figures = run.json().getFirst();
            assertEquals(8, figures.get("retrieval").size());
            assertTrue(figures.get("retrieval").get(1).get("recall").asDouble() > 0.9);
            JsonNode larger = figures.get("growth").get(1);
            assertEquals(80, larger.get("passages").asInt());
            assertTrue(larger.get("bytes_per_passage").asInt() > 0);
            assertEquals(written, larger.get("passages_per_s").isNumber());
        }
    }

    @Test
    void aPasswordIsReadFromStandardInput() throws IOException {
        var terminal = new Terminal(TestHome.withoutModels(data));
        var before = System.in;
        try {
            System.setIn(new ByteArrayInputStream("secret\n".getBytes(StandardCharsets.UTF_8)));
            Run opened = terminal.run("library", "password", mill.toString());
            assertEquals(0, opened.code(), opened.err());
            assertTrue(opened.out().startsWith(mill + ": "), opened.out());

            System.setIn(new ByteArrayInputStream(new byte[0]));
            assertEquals(2, terminal.run("library", "password", mill.toString()).code());
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void fileOfTheSameContentNamesTheFirst() throws IOException {
        Path copy = Files.copy(mill, folder.resolve("mill copy.md"));
        var terminal = new Terminal(TestHome.withoutModels(data));

        Run add = terminal.run("add", "--json", folder.toString());
        assertEquals(0, add.code(), add.err());
        for (JsonNode file : add.json()) {
            String first = file.get("path").asText().equals(mill.toString()) ? copy.toString() : "";
            assertEquals(first, file.get("duplicate_of").asText());
        }
        assertTrue(add.err().contains("1 duplicate"), add.err());
    }

    @Test
    void aSearchWaitsForWordsThatAreMissingFromTheIndex() throws IOException {
        Home home = TestHome.withoutModels(data);
        var terminal = new Terminal(home);
        terminal.run("add", folder.toString());
        FileUtils.deleteDirectory(home.folder().resolve("index").toFile());

        Run search = terminal.run("search", "--json", "built in 1742");
        assertEquals(0, search.code(), search.err());
        assertEquals(
                mill.toString(), onlyObject(search).get("hits").get(0).get("document").asText());
    }

    @Test
    void aLibraryMovesToAnotherHome() throws IOException {
        var terminal = new Terminal(TestHome.withoutModels(data.resolve("here")));
        terminal.run("add", folder.toString());
        Path archive = data.resolve("library.zip");
        Run export = terminal.run("library", "export", archive.toString());
        assertEquals(0, export.code(), export.err());
        assertTrue(export.err().contains("own files"), export.err());
        assertEquals(2, terminal.run("library", "export", archive.toString()).code());

        var other = new Terminal(TestHome.withoutModels(data.resolve("there")));
        Run taken = other.run("library", "import", archive.toString());
        assertEquals(0, taken.code(), taken.err());
        assertTrue(taken.out().startsWith("2 files"), taken.out());
        assertEquals(
                terminal.run("library", "list", "--json").out(),
                other.run("library", "list", "--json").out());
        assertEquals(
                terminal.run("search", "--json", "--mode", "lexical", "mill").out(),
                other.run("search", "--json", "--mode", "lexical", "mill").out());

        Run again = other.run("library", "import", archive.toString());
        assertEquals(3, again.code());
        assertTrue(again.err().contains("already"), again.err());
        Run replaced = other.run("library", "import", "--replace", archive.toString());
        assertEquals(0, replaced.code(), replaced.err());
        assertTrue(replaced.err().contains("before-import"), replaced.err());
        assertEquals(2, other.run("library", "import", data.resolve("none").toString()).code());
    }

    @Test
    void addListSearchAndRemoveNeedNoModel() {
        var terminal = new Terminal(TestHome.withoutModels(data));

        Run add = terminal.run("add", "--json", folder.toString());
        assertEquals(0, add.code(), add.err());
        assertEquals(2, add.json().size());
        for (JsonNode file : add.json()) {
            assertEquals(FILE, fields(file));
            assertEquals("searchable", file.get("state").asText());
            assertEquals("", file.get("reason").asText());
        }
        assertTrue(add.err().contains("words only"), add.err());

        Run list = terminal.run("library", "list", "--json");
        assertEquals(0, list.code());
        assertEquals(add.json(), list.json());

        Run search = terminal.run("search", "--json", "--mode", "lexical", "-k", "3", "mill built");
        assertEquals(0, search.code());
        JsonNode hit = onlyObject(search).get("hits").get(0);
        assertEquals(HIT, fields(hit));
        assertEquals(mill.toString(), hit.get("document").asText());
        assertEquals(1, hit.get("rank").asInt());
        assertEquals(1, hit.get("lexical_rank").asInt());
        assertTrue(hit.get("vector_rank").isNull());
        assertEquals(
                hit.get("text").asText().length(),
                hit.get("end").asInt() - hit.get("start").asInt());

        Run hybrid = terminal.run("search", "--json", "土曜日");
        assertEquals(0, hybrid.code());
        assertEquals(
                folder.resolve("水車.md").toString(),
                onlyObject(hybrid).get("hits").get(0).get("document").asText());

        Run remove = terminal.run("library", "remove", mill.toString());
        assertEquals(0, remove.code());
        assertEquals(mill.toString(), remove.out().strip());
        assertTrue(Files.exists(mill));
        assertEquals(1, terminal.run("library", "list", "--json").json().size());
        assertEquals(1, terminal.run("library", "remove", mill.toString()).code());
    }

    @Test
    void askPrintsTheWholeAnswerAsOneObject() {
        TestHome.open(data).close();
        var terminal = new Terminal(TestHome.at(data));

        Run ask =
                terminal.run(
                        "ask", "--json", "--in", folder.toString(), "When was the mill built?");
        assertEquals(0, ask.code(), ask.err());
        JsonNode answer = onlyObject(ask);
        assertEquals(
                Set.of(
                        "question",
                        "answer",
                        "language",
                        "abstained",
                        "sentences",
                        "citations",
                        "passages",
                        "model",
                        "timings"),
                fields(answer));
        assertEquals(
                Set.of(
                        "retrieve_ms",
                        "first_token_ms",
                        "total_ms",
                        "prompt_tokens",
                        "cached_tokens",
                        "generated_tokens"),
                fields(answer.get("timings")));
        assertEquals("When was the mill built?", answer.get("question").asText());
        assertEquals("en", answer.get("language").asText());
        JsonNode best = answer.get("passages").get(0);
        assertEquals(Set.of("document", "page", "start", "end", "score", "text"), fields(best));
        assertEquals(mill.toString(), best.get("document").asText());
        assertEquals(answer.get("abstained").asBoolean(), answer.get("answer").asText().isEmpty());
        for (JsonNode sentence : answer.get("sentences")) {
            assertEquals(Set.of("text", "support", "citations"), fields(sentence));
            assertTrue(
                    Set.of("supported", "unsupported", "none")
                            .contains(sentence.get("support").asText()));
            for (JsonNode number : sentence.get("citations")) {
                assertTrue(number.asInt() <= answer.get("citations").size());
            }
        }
        for (JsonNode citation : answer.get("citations")) {
            assertEquals(
                    Set.of("n", "document", "title", "page", "start", "end", "quote"),
                    fields(citation));
        }

        Run vector = terminal.run("search", "--json", "--mode", "vector", "いつ水車は動く?");
        assertEquals(0, vector.code(), vector.err());
        JsonNode hit = onlyObject(vector).get("hits").get(0);
        assertEquals(folder.resolve("水車.md").toString(), hit.get("document").asText());
        assertEquals(1, hit.get("vector_rank").asInt());
        assertTrue(hit.get("lexical_rank").isNull());
    }

    @Test
    void aFileThatFailsIsNamedAndTheOthersAreTaken() throws IOException {
        Path locked = folder.resolve("locked.pdf");
        Pdfs.writeLocked(locked, "secret", List.of(List.of("Nobody reads this.")));
        Path missing = folder.resolve("missing.md");
        var terminal = new Terminal(TestHome.withoutModels(data));

        Run add = terminal.run("add", "--json", folder.toString(), missing.toString());
        assertEquals(1, add.code());
        assertEquals(4, add.json().size());
        for (JsonNode file : add.json()) {
            boolean fails =
                    Set.of(locked.toString(), missing.toString())
                            .contains(file.get("path").asText());
            assertEquals(fails ? "problem" : "searchable", file.get("state").asText());
            assertEquals(fails, !file.get("reason").asText().isEmpty());
        }
        assertTrue(add.err().contains(locked.toString()), add.err());
        assertTrue(add.err().contains(missing.toString()), add.err());
    }

    @Test
    void aPictureInAFolderIsNoFailureButOneNamedIs() throws IOException {
        Path picture = folder.resolve("photo.png");
        Files.write(picture, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 0});
        var terminal = new Terminal(TestHome.withoutModels(data));
        assertEquals(0, terminal.run("add", folder.toString()).code());
        Run named = terminal.run("add", picture.toString());
        assertEquals(1, named.code());
        assertTrue(named.err().contains(picture.toString()), named.err());
    }

    @Test
    void whatCannotBeUnderstoodIsAUsageError() {
        var terminal = new Terminal(TestHome.withoutModels(data));
        for (List<String> arguments :
                List.of(
                        List.of("ask"),
                        List.of("ask", "   "),
                        List.of("add"),
                        List.of("search", "--mode", "psychic", "mill"),
                        List.of("search", "-k", "0", "mill"),
                        List.of("frobnicate"))) {
            Run run = terminal.run(arguments.toArray(String[]::new));
            assertEquals(2, run.code(), arguments.toString());
            assertEquals("", run.out());
            assertFalse(run.err().isBlank(), arguments.toString());
        }
    }

    @Test
    void aMissingModelIsSaidWithWhatToDo() {
        var terminal = new Terminal(TestHome.withoutModels(data));
        assertEquals(0, terminal.run("add", folder.toString()).code());
        Run run = terminal.run("search", "--mode", "vector", "mill");
        assertEquals(3, run.code(), run.err());
        assertEquals("", run.out());
        assertTrue(run.err().lines().count() >= 2, run.err());
    }

    @Test
    void aModelThatCannotBeFetchedEndsAQuestion() throws IOException {
        Path noFolder = Files.writeString(folder.resolve("no-folder"), "");
        var terminal = new Terminal(new Home(data.toAbsolutePath(), noFolder));
        Run run = terminal.run("ask", "--json", "When was the mill built?");
        assertEquals(3, run.code(), run.err());
        assertEquals("", run.out());
        assertTrue(run.err().lines().count() >= 2, run.err());
    }

    @Test
    void aHomeThatIsOpenElsewhereIsSaidToBeInUse() {
        var terminal = new Terminal(TestHome.withoutModels(data));
        try (var _ = Composition.open(TestHome.withoutModels(data))) {
            for (String[] writing :
                    List.of(
                            new String[] {"add", folder.toString()},
                            new String[] {"library", "compact"})) {
                Run run = terminal.run(writing);
                assertEquals(3, run.code());
                assertEquals("", run.out());
            }
            assertEquals(0, terminal.run("models", "list").code());
        }
    }

    @Test
    void anUnreadableIndexIsSaidSo() throws IOException {
        Files.writeString(
                data.resolve("library.db"),
                "this is no database, it only says it is one".repeat(100));
        Run run = new Terminal(TestHome.withoutModels(data)).run("search", "mill");
        assertEquals(3, run.code());
        assertFalse(run.err().isBlank());
    }

    @Test
    void noCommandOpensTheWindow() {
        assertEquals(Terminal.WINDOW, new Terminal(TestHome.withoutModels(data)).run().code());
    }

    private static JsonNode onlyObject(Run run) {
        assertEquals(1, run.json().size(), run.out());
        return run.json().getFirst();
    }

    private static Set<String> fields(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
