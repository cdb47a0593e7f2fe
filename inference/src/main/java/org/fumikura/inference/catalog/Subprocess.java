package org.fumikura.inference.catalog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.fumikura.inference.CancellationToken;
import org.fumikura.inference.InferenceException.Code;

/// Runs a program of the user's own, ended with all it started when the job is cancelled.
final class Subprocess {
    private static final int LAST_LINES = 2;

    private Subprocess() {}

    /// How a program ended.
    ///
    /// @param output all it wrote, of both streams
    record Result(int exitCode, String output) {
        /// The end of what it wrote, where programs say why they failed.
        String lastLines() {
            List<String> lines =
                    output.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
            return String.join(
                    " / ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        }
    }

    /// Runs to the end.
    ///
    /// @param environment variables added to this process's own
    /// @throws IOException if it cannot be started
    static Result run(
            List<String> command, Map<String, String> environment, CancellationToken cancel)
            throws IOException, SourceFailure {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
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
}
