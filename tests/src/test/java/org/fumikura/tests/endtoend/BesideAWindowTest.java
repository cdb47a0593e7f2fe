package org.fumikura.tests.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.fumikura.app.Composition;
import org.fumikura.app.ReadingRoom;
import org.fumikura.app.door.Door;
import org.fumikura.app.door.DoorRequest;
import org.fumikura.app.window.WindowServices;
import org.fumikura.rag.RagException;
import org.fumikura.tests.endtoend.Terminal.Run;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commands on a home that a window has open.
class BesideAWindowTest {
    @TempDir private Path folder;
    @TempDir private Path data;

    private Composition open;
    private WindowServices window;
    private Terminal terminal;

    @BeforeEach
    void openTheWindow() throws IOException {
        folder = folder.toRealPath();
        Files.writeString(folder.resolve("mill.md"), "# Mill\n\nThe mill was built in 1843.\n");
        open = Composition.open(TestHome.withoutModels(data));
        TestHome.add(open, folder);
        window = open.window();
        terminal = new Terminal(TestHome.withoutModels(data));
    }

    @AfterEach
    void closeTheWindow() {
        open.close();
    }

    @Test
    void readingCommandsWork() {
        open.collections().put("tea", List.of(folder));
        Run found = terminal.run("search", "--json", "--mode", "lexical", "mill");
        assertEquals(0, found.code(), found.err());
        JsonNode hit = found.json().getFirst().get("hits").get(0);
        assertEquals(folder.resolve("mill.md").toString(), hit.get("document").asText());
        assertTrue(hit.get("text").asText().contains("1843"));
        assertEquals(
                0,
                terminal.run("search", "--collection", "tea", "--mode", "lexical", "mill").code());

        Run list = terminal.run("library", "list", "--json");
        assertEquals(0, list.code(), list.err());
        assertEquals("searchable", list.json().getFirst().get("state").asText());
        assertTrue(terminal.run("library", "collections").out().contains("tea"));
        assertEquals(
                1,
                terminal.run("status", "--json")
                        .json()
                        .getFirst()
                        .get("library")
                        .get("files")
                        .asInt());
    }

    @Test
    void whatTheWindowTakesInLaterIsFoundByTheNextCommand() throws IOException {
        assertEquals("", terminal.run("search", "--mode", "lexical", "lighthouse").out());
        Files.writeString(folder.resolve("light.md"), "The lighthouse has two lamps.");
        TestHome.add(open, folder);
        assertTrue(
                terminal.run("search", "--mode", "lexical", "lighthouse").out().contains("lamps"));
    }

    @Test
    void addedFilesAreHandedToTheWindow() throws IOException {
        Path tea = Files.writeString(folder.resolve("tea.md"), "The tea tin is green.");
        Path clip = folder.resolve("clip.mp3");
        Files.write(clip, new byte[] {'I', 'D', '3', 3, 0, 0, 0, 0, 0, 0});
        answer();
        Run added =
                terminal.run(
                        "add", "--json", "--collection", "tins", tea.toString(), clip.toString());
        assertEquals(1, added.code(), added.err());
        assertEquals(
                List.of("problem", "searchable"),
                added.json().stream().map(line -> line.get("state").asText()).toList());
        assertTrue(open.collections().scope("tins").isPresent());
        assertEquals(3, open.library().files().size());
    }

    @Test
    void aWindowThatDoesNotFinishIsSaidSo() throws IOException {
        Path tea = Files.writeString(folder.resolve("tea.md"), "The tea tin is green.");
        door().answer(_ -> CompletableFuture.failedFuture(new IllegalStateException("no")));
        Run added = terminal.run("add", tea.toString());
        assertTrue(added.err().contains("did not finish"), added.err());
    }

    @Test
    void nothingIsWrittenWhereOneOnlyReads() {
        try (ReadingRoom room = ReadingRoom.open(TestHome.withoutModels(data)).orElseThrow()) {
            RagException refused =
                    Assertions.assertThrows(
                            RagException.class,
                            () -> room.collections().put("no", List.of(folder)));
            assertEquals(RagException.Code.NOT_WRITABLE, refused.code());
            assertEquals(Optional.empty(), room.working());
            assertEquals(1, room.contents().files().size());
        }
        assertFalse(open.collections().scope("no").isPresent());
    }

    @Test
    void aHomeWithoutALibraryIsNotRead(@TempDir Path empty) {
        assertEquals(Optional.empty(), ReadingRoom.open(TestHome.withoutModels(empty)));
    }

    private void answer() {
        door().answer(request -> {
            DoorRequest.Add add = (DoorRequest.Add) request;
            window.collections().put(String.valueOf(add.collection()), add.files());
            return open.library().add(add.files()).meaning();
        });
    }

    private Door door() {
        return window.door().orElseThrow();
    }
}
