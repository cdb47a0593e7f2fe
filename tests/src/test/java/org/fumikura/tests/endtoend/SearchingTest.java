package org.fumikura.tests.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fumikura.tests.endtoend.Terminal.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `search` as a person types it: phrases, exclusions, filters.
class SearchingTest {
    @TempDir private Path data;
    @TempDir private Path given;
    private Terminal terminal;

    @BeforeEach
    void addDocuments() throws IOException {
        Path folder = given.toRealPath();
        Files.writeString(folder.resolve("mill.md"), "The mill by the river was built in 1742.");
        Files.writeString(folder.resolve("bridge.txt"), "The bridge over the river is old.");
        Files.writeString(folder.resolve("水車.md"), "水車は river の岸で毎週土曜日に動きます。");
        terminal = new Terminal(TestHome.withoutModels(data));
        assertEquals(0, terminal.run("add", folder.toString()).code());
    }

    private List<String> found(String query) {
        Run search = terminal.run("search", "--json", query);
        assertEquals(0, search.code(), search.err());
        List<String> names = new ArrayList<>();
        for (JsonNode hit : search.json().getFirst().get("hits")) {
            names.add(String.valueOf(Path.of(hit.get("document").asText()).getFileName()));
        }
        return names.stream().sorted().toList();
    }

    @Test
    void phrasesExclusionsAndFiltersChoose() {
        assertEquals(List.of("bridge.txt", "mill.md", "水車.md"), found("river"));
        assertEquals(List.of("mill.md"), found("river \"the mill\""));
        assertEquals(List.of("mill.md", "水車.md"), found("river -bridge"));
        assertEquals(List.of("mill.md", "水車.md"), found("river type:md"));
        assertEquals(List.of("水車.md"), found("river　file：水車"));
        assertEquals(List.of("bridge.txt", "mill.md", "水車.md"), found("river after:2020"));
        assertEquals(List.of(), found("river before:2020"));
    }

    @Test
    void aSlipIsPutRightAndNamed() {
        assertEquals(List.of("bridge.txt"), found("brigde"));
        Run slip = terminal.run("search", "brigde");
        assertTrue(slip.err().contains("bridge"), slip.err());
        JsonNode json = terminal.run("search", "--json", "brigde").json().getFirst();
        assertEquals("bridge", json.get("searched_for").asText());
    }

    @Test
    void nothingFoundSaysWhy() {
        Run filter = terminal.run("search", "river type:epub");
        assertEquals(0, filter.code());
        assertEquals("", filter.out());
        assertTrue(filter.err().contains("type:epub"), filter.err());
        JsonNode json = terminal.run("search", "--json", "mill -river").json().getFirst();
        assertEquals("ruled_out", json.get("why_nothing").asText());
        assertFalse(terminal.run("search", "--json", "mill").json().getFirst().has("why_nothing"));
    }

    @Test
    void aSearchIsExplainedAndSoIsAFileThatItMissed() {
        Run explained = terminal.run("search", "--explain", "mill type:md");
        assertEquals(0, explained.code(), explained.err());
        assertTrue(explained.out().contains("type:md"), explained.out());
        assertTrue(explained.out().contains("by words 1"), explained.out());
        JsonNode json = terminal.run("search", "--json", "--explain", "mill").json().getFirst();
        assertEquals("mill", json.at("/explanation/terms/0/words/0").asText());
        assertEquals(
                json.at("/hits/0/document").asText(),
                json.at("/explanation/candidates/0/document").asText());
        assertEquals("kept", json.at("/explanation/candidates/0/fate").asText());

        Run why = terminal.run("search", "--why", "bridge", "mill");
        assertTrue(why.out().contains("None of the words is in it"), why.out());
        JsonNode missing =
                terminal.run("search", "--json", "--why", "no.pdf", "mill").json().getFirst();
        assertEquals("not_in_library", missing.at("/why/0/code").asText());
    }

    @Test
    void aFilterWithoutSenseIsExplained() {
        Run day = terminal.run("search", "river after:yesterday");
        assertEquals(2, day.code());
        assertTrue(day.err().contains("2024-05-31"), day.err());
        assertTrue(day.err().contains("yesterday"), day.err());

        Run nothing = terminal.run("ask", "type:pdf");
        assertEquals(2, nothing.code());
        assertTrue(nothing.err().contains("add words"), nothing.err());
    }
}
