package org.fumikura.app.viewer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Opens a file with the program that the desktop has for it.
public final class SystemViewer {
    private SystemViewer() {}

    /// Starts the program and returns without waiting for it.
    ///
    /// @throws IOException if the desktop has no command for opening files
    public static void open(Path file) throws IOException {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        List<String> opener =
                system.startsWith("win")
                        ? List.of("rundll32", "url.dll,FileProtocolHandler")
                        : List.of(system.contains("mac") ? "open" : "xdg-open");
        List<String> command = Stream.concat(opener.stream(), Stream.of(file.toString())).toList();
        new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
