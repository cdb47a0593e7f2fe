package org.fumikura.inference.catalog;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumikura.inference.CancellationToken;
import org.fumikura.inference.InferenceException.Code;

/// The user's own npm, run as a subprocess with the user's own settings.
final class Npm {
    private static final List<String> NAMES = List.of("npm", "npm.cmd");

    private final Map<String, String> environment;

    /// @param environment variables added to the process's own; its `PATH`, if given, is where npm
    ///   is looked for
    Npm(Map<String, String> environment) {
        var variables = new HashMap<>(environment);
        // A download that a person waits for gives up soon: another source may do.
        variables.put("npm_config_fetch_retries", "1");
        variables.put("npm_config_update_notifier", "false");
        this.environment = Map.copyOf(variables);
    }

    /// Downloads a package's archive into a folder, running none of its scripts.
    ///
    /// @param specification `name@version`
    /// @param folder exists and holds no other archive
    Path pack(String specification, Path folder, CancellationToken cancel)
            throws IOException, SourceFailure {
        List<String> command =
                List.of(
                        program().toString(),
                        "pack",
                        specification,
                        "--ignore-scripts",
                        "--loglevel=error",
                        "--pack-destination",
                        folder.toAbsolutePath().toString());
        Subprocess.Result result = Subprocess.run(command, environment, cancel);
        if (result.exitCode() != 0) {
            throw new SourceFailure(Code.SOURCE_UNREACHABLE, reason(result));
        }
        try (DirectoryStream<Path> archives = Files.newDirectoryStream(folder, "*.tgz")) {
            for (Path archive : archives) {
                return archive;
            }
        }
        throw new SourceFailure(Code.SOURCE_UNREACHABLE, "npm gave no archive");
    }

    /// npm's code for the failure where it gives one, such as `E404`, else the end of its output.
    private static String reason(Subprocess.Result result) {
        Optional<String> code =
                result.output()
                        .lines()
                        .filter(line -> line.matches("npm \\S+ code \\S+"))
                        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                        .findFirst();
        return code.map(known -> known.equals("E404") ? "not found (E404)" : known)
                .orElseGet(result::lastLines);
    }

    private Path program() throws SourceFailure {
        String path = environment.getOrDefault("PATH", System.getenv().getOrDefault("PATH", ""));
        for (String folder : path.split(File.pathSeparator, -1)) {
            for (String name : NAMES) {
                Path program = Path.of(folder, name);
                if (!folder.isEmpty() && Files.isExecutable(program)) {
                    return program;
                }
            }
        }
        throw new SourceFailure(Code.TOOL_MISSING, "npm");
    }
}
