package org.fumikura.inference.catalog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fumikura.inference.CancellationToken;
import org.fumikura.inference.InferenceException.Code;

/// The user's own pip, run as a subprocess with the user's own settings.
final class Pip {
    private static final List<String> PYTHONS = List.of("python3", "python", "py");

    private final Map<String, String> environment;
    private List<String> command = List.of();

    /// @param environment variables added to the process's own
    Pip(Map<String, String> environment) {
        var variables = new HashMap<>(environment);
        variables.put("PYTHONIOENCODING", "utf-8");
        this.environment = Map.copyOf(variables);
    }

    /// Downloads one package's wheel into a folder, without its dependencies.
    ///
    /// @param requirement `name==version`
    /// @param platform tag to ask for instead of this machine's
    void download(
            String requirement, Optional<String> platform, Path folder, CancellationToken cancel)
            throws IOException, SourceFailure {
        List<String> arguments = new ArrayList<>(python(cancel));
        arguments.addAll(
                List.of(
                        "-m",
                        "pip",
                        "download",
                        "--disable-pip-version-check",
                        "--no-input",
                        "--no-deps",
                        "--dest",
                        folder.toAbsolutePath().toString()));
        platform.ifPresent(
                tag -> arguments.addAll(List.of("--platform", tag, "--only-binary=:all:")));
        arguments.add(requirement);
        Subprocess.Result result = run(arguments, cancel);
        if (result.exitCode() != 0) {
            throw new SourceFailure(Code.SOURCE_UNREACHABLE, result.lastLines());
        }
    }

    private synchronized List<String> python(CancellationToken cancel) throws SourceFailure {
        boolean anyPython = false;
        for (String name : PYTHONS) {
            if (!command.isEmpty()) {
                break;
            }
            try {
                anyPython |= run(List.of(name, "--version"), cancel).exitCode() == 0;
                if (run(List.of(name, "-m", "pip", "--version"), cancel).exitCode() == 0) {
                    command = List.of(name);
                }
            } catch (IOException e) {
                // Not on the path: the next name.
            }
        }
        if (command.isEmpty()) {
            throw new SourceFailure(Code.TOOL_MISSING, anyPython ? "pip" : "python3");
        }
        return command;
    }

    private Subprocess.Result run(List<String> arguments, CancellationToken cancel)
            throws IOException, SourceFailure {
        return Subprocess.run(arguments, environment, cancel);
    }

    /// Whether wheels built for Linux on x86-64 are this machine's own.
    static boolean isLinuxX64() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String cpu = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return os.contains("linux") && (cpu.equals("amd64") || cpu.equals("x86_64"));
    }
}
