package org.fumikura.rag.parse;

import static org.fumikura.rag.parse.Parsing.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentParsersTest {
    @TempDir Path folder;

    private final DocumentParsers parsers = new DocumentParsers();

    @Test
    void aFileThatIsGoneIsInaccessible() {
        assertEquals(
                new ParseOutcome.Inaccessible("not found"), parsers.parse(folder.resolve("a.txt")));
    }

    @Test
    void filesWithoutTextAreEmpty() throws IOException {
        assertEquals(new ParseOutcome.Empty(), parsers.parse(write(folder.resolve("a.txt"), "")));
        assertEquals(
                new ParseOutcome.Empty(),
                parsers.parse(write(folder.resolve("b.txt"), " \n\n-\n")));
    }

    @Test
    void anUnknownFormatIsUnsupported() throws IOException {
        byte[] program = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 69};
        Path file = Files.write(folder.resolve("A.class"), program);
        assertEquals(new ParseOutcome.Unsupported("application/java-vm"), parsers.parse(file));
    }

    @Test
    void theContentCountsMoreThanTheName() throws IOException {
        Path file = write(folder.resolve("a.txt"), "{\\rtf1\\ansi words\\par}");
        var parsed = assertInstanceOf(ParseOutcome.Parsed.class, parsers.parse(file));
        assertEquals("words", parsed.document().text());
    }

    @Test
    void anInterruptStopsReadingAndStaysSet() throws IOException {
        Path file = write(folder.resolve("a.html"), "<p>words</p>".repeat(1000));
        Thread.currentThread().interrupt();
        ParseOutcome outcome = parsers.parse(file);
        assertTrue(Thread.interrupted());
        assertEquals(new ParseOutcome.Inaccessible("interrupted"), outcome);
    }

    @Test
    void deeplyNestedMarkupIsAnOutcomeLikeAnyOther() throws IOException {
        Path file = Files.writeString(folder.resolve("a.html"), "<div>".repeat(100_000) + "deep");
        ParseOutcome outcome = parsers.parse(file);
        assertTrue(
                outcome instanceof ParseOutcome.Parsed || outcome instanceof ParseOutcome.Damaged);
    }
}
