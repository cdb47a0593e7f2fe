package org.fumikura.tests.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fumikura.tests.endtoend.Terminal.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplatesCommandTest {
    private static final String TEXT = "When was the {building} built?";

    @TempDir Path data;
    @TempDir Path folder;

    @Test
    void templatesAreAddedListedAndRemoved() {
        var terminal = new Terminal(TestHome.withoutModels(data));
        assertEquals(0, terminal.run("templates", "list").code());

        assertEquals(0, terminal.run("templates", "add", "Age", TEXT).code());
        assertEquals(2, terminal.run("templates", "add", "age", "How old?").code());
        assertEquals(0, terminal.run("templates", "add", "--replace", "age", TEXT).code());
        Run list = terminal.run("templates", "list", "--json");
        assertEquals(1, list.json().size());
        assertEquals("age", list.json().getFirst().get("name").asText());
        assertEquals("building", list.json().getFirst().get("variables").get(0).asText());
        assertEquals("age\n  " + TEXT + "\n", terminal.run("templates", "list").out());

        Run stray = terminal.run("templates", "add", "Broken", "When was {it");
        assertEquals(2, stray.code());
        assertTrue(stray.err().contains("{it"), stray.err());

        Run remove = terminal.run("templates", "remove", "AGE", "nothing");
        assertEquals(1, remove.code());
        assertTrue(remove.err().contains("nothing"), remove.err());
        assertEquals(List.of(), terminal.run("templates", "list", "--json").json());
    }

    @Test
    void templateIsAskedWithItsValues() throws Exception {
        Files.writeString(folder.resolve("mill.md"), "# The mill\n\nThe mill was built in 1843.\n");
        TestHome.open(data).close();
        var terminal = new Terminal(TestHome.at(data));
        terminal.run("templates", "add", "age", TEXT);

        Run missing = terminal.run("ask", "--template", "age");
        assertEquals(2, missing.code());
        assertTrue(missing.err().contains("--set \"building=…\""), missing.err());
        for (List<String> wrong :
                List.of(
                        List.of("ask", "--template", "other"),
                        List.of("ask", "--template", "age", "--set", "building=mill", "Why?"),
                        List.of("ask", "--template", "age", "--set", "building=a", "--set", "b=c"),
                        List.of("ask", "--set", "building=mill"),
                        List.of("ask", "--template", "age", "--set", "building"))) {
            assertEquals(2, terminal.run(wrong.toArray(String[]::new)).code(), wrong::toString);
        }

        Run ask =
                terminal.run(
                        "ask",
                        "--json",
                        "--in",
                        folder.toString(),
                        "--template",
                        "Age",
                        "--set",
                        "building=mill");
        assertEquals(0, ask.code(), ask.err());
        assertEquals("When was the mill built?", ask.json().getFirst().get("question").asText());
    }
}
