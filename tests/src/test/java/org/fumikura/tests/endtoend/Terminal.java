package org.fumikura.tests.endtoend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.fumikura.app.Composition;
import org.fumikura.app.Home;
import org.fumikura.app.cli.CommandLineInterface;
import org.fumikura.app.cli.Console;
import org.fumikura.ui.Messages;

/// Runs commands as a shell would, in this process.
///
/// @param home the home every command works on
record Terminal(Home home) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Runs one command to its end.
    Run run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var console =
                new Console(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Messages.of(Locale.ENGLISH));
        var commands =
                new CommandLineInterface(
                        console, given -> home, Composition::open, opened -> WINDOW);
        int code = commands.run(arguments);
        return new Run(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /// What opening the window is answered with.
    static final int WINDOW = 77;

    /// What a command came to.
    record Run(int code, String out, String err) {
        /// Standard output, which is one JSON object a line.
        List<JsonNode> json() {
            return out.lines().map(Run::parse).toList();
        }

        private static JsonNode parse(String line) {
            try {
                return JSON.readTree(line);
            } catch (JsonProcessingException fault) {
                throw new AssertionError("not JSON: " + line, fault);
            }
        }
    }
}
