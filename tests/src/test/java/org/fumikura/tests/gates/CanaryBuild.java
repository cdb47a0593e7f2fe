package org.fumikura.tests.gates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.commons.io.FileUtils;

/// One run of Maven over every canary project, and what it said.
///
/// The canaries are children of the root POM, so they meet the gates exactly as the modules do.
/// They are built from a copy under `target/`, offline: whatever a gate needs, the real build has
/// fetched.
///
/// @param log everything Maven printed
record CanaryBuild(String log) {
    private static final Path ROOT = Path.of(System.getProperty("fumikura.root", ".."));
    private static final int MINUTES = 5;
    private static final Pattern FAILURE = Pattern.compile("\\[ERROR] Failed to execute goal ");
    private static final Pattern PROJECT =
            Pattern.compile("\\[INFO] Building (?=canary-\\S+ \\S+ )");

    /// Builds the canaries. Ends when Maven ends; a build that hangs is killed and fails.
    static CanaryBuild run() {
        // As deep below the root as the original, so that the path to the parent POM holds.
        Path copy = ROOT.resolve("tests/target/canaries/maven").toAbsolutePath().normalize();
        try {
            copyTree(ROOT.resolve("tests/src/canaries/maven"), copy);
            Path log = copy.resolve("build.log");
            Process maven = maven(copy, log);
            if (!maven.waitFor(MINUTES, TimeUnit.MINUTES)) {
                maven.destroyForcibly();
                throw new IllegalStateException("the canaries' build hangs: " + log);
            }
            return new CanaryBuild(Files.readString(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Whether the canary's build succeeded.
    boolean passed(String canary) {
        return Pattern.compile("canary-%s \\S+ \\.+ SUCCESS".formatted(canary)).matcher(log).find();
    }

    /// The goal that ended the canary's build, and its reasons. Empty if it was not ended.
    String failure(String canary) {
        return FAILURE.splitAsStream(log)
                .skip(1)
                .filter(failure -> failure.contains(" on project canary-" + canary + ":"))
                .findFirst()
                .orElse("");
    }

    /// What Maven printed while it built the canary.
    String output(String canary) {
        return PROJECT.splitAsStream(log)
                .filter(output -> output.startsWith("canary-" + canary + " "))
                .findFirst()
                .orElse("");
    }

    private static Process maven(Path folder, Path log) throws IOException {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        Path command =
                Path.of(System.getProperty("maven.home", ""), "bin", windows ? "mvn.cmd" : "mvn");
        ProcessBuilder builder =
                new ProcessBuilder(
                        command.toString(),
                        "--batch-mode",
                        "--offline",
                        "--no-transfer-progress",
                        "--fail-at-end",
                        "verify");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static void copyTree(Path from, Path to) throws IOException {
        FileUtils.deleteDirectory(to.toFile());
        try (var files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(Files.isDirectory(file) ? target : target.getParent());
                if (Files.isRegularFile(file)) {
                    Files.writeString(
                            target,
                            Files.readString(file, StandardCharsets.UTF_8),
                            StandardCharsets.UTF_8);
                }
            }
        }
    }
}
