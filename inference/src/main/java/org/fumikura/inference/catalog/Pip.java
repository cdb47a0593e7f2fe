package org.fumikura.inference.catalog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.fumikura.inference.CancellationToken;
import org.fumikura.inference.InferenceException.Code;

/// The user's own pip, run as a subprocess with the user's own settings.
final class Pip {
    private static final List<String> PYTHONS = List.of("python3", "python", "py");
    private static final int LAST_LINES = 2;

    private final Map<String, String> environment;
    private List<String> command = List.of();

    /// @param environment variables added to the process's own
    Pip(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
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
        Result result = run(arguments, cancel);
        if (result.exitCode() != 0) {
            throw new SourceFailure(Code.SOURCE_UNREACHABLE, lastLines(result.output()));
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

    private record Result(int exitCode, String output) {}

    private Result run(List<String> arguments, CancellationToken cancel)
            throws IOException, SourceFailure {
        ProcessBuilder builder = new ProcessBuilder(arguments).redirectErrorStream(true);
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        try (CancellationToken.Registration stop = cancel.onCancel(() -> kill(process))) {
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (cancel.isCancelled()) {
                throw new SourceFailure(Code.CANCELLED, "cancelled");
            }
            process.waitFor(10, TimeUnit.SECONDS);
            return new Result(process.isAlive() ? -1 : process.exitValue(), output);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cancel.cancel();
            throw new SourceFailure(Code.CANCELLED, "interrupted");
        } finally {
            kill(process);
        }
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static String lastLines(String output) {
        List<String> lines =
                output.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return String.join(
                " / ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    /// Whether wheels built for Linux on x86-64 are this machine's own.
    static boolean isLinuxX64() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String cpu = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return os.contains("linux") && (cpu.equals("amd64") || cpu.equals("x86_64"));
    }
}
