package org.fumikura.tests.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fumikura.tests.endtoend.Terminal.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A person's own questions on the command line.
class OwnQuestionsTest {
    @TempDir private Path data;
    @TempDir private Path folder;
    private Path set;
    private Terminal terminal;

    @BeforeEach
    void fillLibrary() throws IOException {
        folder = folder.toRealPath();
        Files.writeString(folder.resolve("mill.md"), "# The mill\n\nIt was built in 1742.\n");
        Files.writeString(folder.resolve("barn.md"), "# The barn\n\nIt was built in 1802.\n");
        set = Files.createDirectory(folder.resolve("set"));
        terminal = new Terminal(TestHome.withoutModels(data));
        terminal.run(
                "add", folder.resolve("mill.md").toString(), folder.resolve("barn.md").toString());
    }

    private void judge(String question, String text) throws IOException {
        Files.writeString(
                set.resolve("queries.jsonl"), "{\"id\":\"1\",\"text\":\"" + question + "\"}\n");
        Files.writeString(set.resolve("qrels.tsv"), "1\t" + text + "\t1\n");
    }

    @Test
    void theyAreReadComparedAndWritten() throws IOException {
        judge("built in 1742", folder.resolve("mill.md").toUri() + "#page=1");
        Path copy = folder.resolve("copy");
        Run mine =
                terminal.run(
                        "eval",
                        "mine",
                        "--json",
                        "--import",
                        set.toString(),
                        "--export",
                        copy.toString());
        assertEquals(0, mine.code(), mine.err());
        assertEquals(1, mine.json().size());
        JsonNode words = mine.json().getFirst();
        assertEquals("words", words.get("setting").asText());
        assertEquals(1, words.get("questions").asInt());
        assertEquals(1, words.get("hit@1").asDouble(), 1e-9);

        Run written =
                terminal.run("eval", "retrieval", "--json", "--mode", "lexical", copy.toString());
        assertEquals(0, written.code(), written.err());
        assertEquals(1, written.json().getFirst().get("hit@1").asDouble(), 1e-9);
        assertEquals(2, terminal.run("eval", "mine", "--export", copy.toString()).code());
    }

    @Test
    void aFileThatIsNoSetIsNamed() throws IOException {
        judge("built in 1742", "document-7");
        Run mine = terminal.run("eval", "mine", "--import", set.toString());
        assertEquals(3, mine.code());
        assertTrue(mine.err().contains("qrels.tsv"), mine.err());
    }
}
