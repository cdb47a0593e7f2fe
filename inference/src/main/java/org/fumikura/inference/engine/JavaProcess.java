package org.fumikura.inference.engine;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A process of this program's own, for native code: the same Java runtime and class path, another
/// `main`. What it prints goes nowhere, because native code prints the texts it works on.
final class JavaProcess {
    private JavaProcess() {}

    /// @param folder where it works and keeps temporary files
    /// @param main the name of its class: that of a runtime is not for this package to see
    static Process start(Path folder, String main, List<String> arguments) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                java.toString(),
                                "-Xmx256m",
                                // By default the heap begins at its largest here, and garbage would
                                // fill all of it once before any is collected.
                                "-Xms16m",
                                "-XX:MaxNewSize=8m",
                                // Saved states pass through memory outside the heap.
                                "-XX:MaxDirectMemorySize=1g",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:-UsePerfData",
                                "-XX:-CreateCoredumpOnCrash",
                                // A crash report may hold text: none is written.
                                "-XX:+SuppressFatalErrorMessage",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Dfile.encoding=UTF-8",
                                "-Djava.io.tmpdir=" + folder,
                                "-cp",
                                absolute(System.getProperty("java.class.path")),
                                main));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(folder.toFile());
        builder.redirectInput(Redirect.PIPE)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        // It would make llama.cpp load a library from elsewhere.
        builder.environment().remove("GGML_BACKEND_PATH");
        // Otherwise an abort starts a debugger for a backtrace, and dying takes seconds.
        builder.environment().put("GGML_NO_BACKTRACE", "1");
        return builder.start();
    }

    /// The class path with absolute parts, because the process works in another folder.
    private static String absolute(String classPath) {
        return String.join(
                File.pathSeparator,
                List.of(classPath.split(File.pathSeparator)).stream()
                        .map(part -> Path.of(part).toAbsolutePath().toString())
                        .toList());
    }
}
