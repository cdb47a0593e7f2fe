package org.fumikura.tests.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fumikura.app.Composition;
import org.fumikura.rag.RagException;
import org.fumikura.tests.endtoend.Terminal.Run;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A command in this process beside a window in another.
class TwoProcessesTest {
    @TempDir private Path folder;
    @TempDir private Path data;

    private Process window;

    @BeforeEach
    void openTheWindow() throws IOException {
        folder = folder.toRealPath();
        window =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                WindowProcess.class.getName(),
                                data.toString())
                        .redirectError(Redirect.DISCARD)
                        .start();
        BufferedReader said = window.inputReader();
        assertEquals(WindowProcess.OPEN, said.readLine());
    }

    @AfterEach
    void closeTheWindow() throws InterruptedException {
        window.destroyForcibly().waitFor();
    }

    @Test
    void filesAreHandedOverAndTheHomeIsFreeAfterADeath() throws Exception {
        Path tea = Files.writeString(folder.resolve("tea.md"), "The tea tin is green.");
        var terminal = new Terminal(TestHome.withoutModels(data));
        RagException refused =
                Assertions.assertThrows(
                        RagException.class,
                        () -> Composition.open(TestHome.withoutModels(data)).close());
        assertEquals(RagException.Code.LIBRARY_IN_USE, refused.code());

        Run added = terminal.run("add", "--json", tea.toString());
        assertEquals(0, added.code(), added.err());
        assertEquals("searchable", added.json().getFirst().get("state").asText());

        window.destroyForcibly().waitFor();
        Path milk = Files.writeString(folder.resolve("milk.md"), "The milk jug is blue.");
        assertEquals(0, terminal.run("add", milk.toString()).code());
        for (String word : List.of("tin", "jug")) {
            Run found = terminal.run("search", "--mode", "lexical", word);
            assertTrue(found.out().contains(word), found.err());
        }
    }
}
