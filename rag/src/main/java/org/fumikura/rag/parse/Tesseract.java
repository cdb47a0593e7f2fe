package org.fumikura.rag.parse;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/// Text recognition by the program Tesseract, where a person has installed it. Pictures go through
/// pipes: nothing is written to disk. Each picture is a process of its own under a time limit; an
/// interrupt ends it.
final class Tesseract implements TextRecognition {
    /// How long one picture may take: a full page is done in two or three seconds.
    static final Duration A_PICTURE = Duration.ofSeconds(90);

    private static final Duration LISTING = Duration.ofSeconds(20);
    private static final int MAX_OUTPUT = 16 * 1024 * 1024;
    private static final String ENGLISH = "eng";
    private static final String JAPANESE = "jpn";
    private static final String VERTICAL = "jpn_vert";
    private static final String ORIENTATION = "osd";
    // Below this the other direction of writing is tried too.
    private static final double DOUBTFUL = 75;
    private static final List<String> NAMES = List.of("tesseract", "tesseract.exe");

    private final Path program;
    private final Set<String> installed;
    private final Duration limit;

    private Tesseract(Path program, Set<String> installed, Duration limit) {
        this.program = program;
        this.installed = installed;
        this.limit = limit;
    }

    /// The first Tesseract in `folders` that works and knows English or Japanese.
    static Optional<Tesseract> find(List<Path> folders) {
        return find(folders, A_PICTURE);
    }

    static Optional<Tesseract> find(List<Path> folders, Duration limit) {
        return folders.stream()
                .flatMap(folder -> NAMES.stream().map(folder::resolve))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .flatMap(program -> open(program, limit).stream())
                .findFirst();
    }

    private static Optional<Tesseract> open(Path program, Duration limit) {
        try {
            String listed =
                    run(List.of(program.toString(), "--list-langs"), OutputStream::close, LISTING);
            Set<String> installed =
                    listed.lines()
                            .map(String::strip)
                            .filter(Set.of(ENGLISH, JAPANESE, VERTICAL, ORIENTATION)::contains)
                            .collect(Collectors.toUnmodifiableSet());
            var tesseract = new Tesseract(program, installed, limit);
            return tesseract.across().isEmpty() ? Optional.empty() : Optional.of(tesseract);
        } catch (IOException noTesseract) {
            // A program of this name that does not work is none.
            return Optional.empty();
        }
    }

    @Override
    public Set<String> languages() {
        var languages = new TreeSet<>(installed);
        languages.remove(ORIENTATION);
        return languages;
    }

    @Override
    public Recognised recognise(BufferedImage picture) throws IOException {
        // With its model for that, pages lying on their side are turned.
        String turning = installed.contains(ORIENTATION) ? "1" : "3";
        Recognised across = recognise(picture, across(), turning);
        if (across.confidence() >= DOUBTFUL || !installed.contains(VERTICAL)) {
            return across;
        }
        Recognised down = recognise(picture, VERTICAL, "5");
        return down.confidence() > across.confidence() ? down : across;
    }

    /// The languages written from side to side, as Tesseract wants them.
    private String across() {
        return Stream.of(ENGLISH, JAPANESE)
                .filter(installed::contains)
                .collect(Collectors.joining("+"));
    }

    private Recognised recognise(BufferedImage picture, String languages, String layout)
            throws IOException {
        var command =
                List.of(
                        program.toString(),
                        "-",
                        "-",
                        "-l",
                        languages,
                        "--psm",
                        layout,
                        "--dpi",
                        "300",
                        "tsv");
        return TesseractTable.read(
                run(
                        command,
                        out -> {
                            if (!ImageIO.write(picture, "bmp", out)) {
                                throw new IOException("no BMP of this picture");
                            }
                        },
                        limit));
    }

    /// What is written to a program.
    private interface Feed {
        void write(OutputStream out) throws IOException;
    }

    private static String run(List<String> command, Feed feed, Duration limit) throws IOException {
        var builder = new ProcessBuilder(command).redirectError(Redirect.DISCARD);
        // On one page its threads only get into each other's way.
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        Process process = builder.start();
        try {
            // Whether it reads or writes is its choice: neither may block the one who watches.
            Thread.ofPlatform().daemon().name("tesseract-in").start(() -> feed(process, feed));
            CompletableFuture<String> output = new CompletableFuture<>();
            Thread.ofPlatform().daemon().name("tesseract-out").start(() -> take(process, output));
            String text = output.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)
                    || process.exitValue() != 0) {
                throw new IOException("Tesseract did not end well");
            }
            return text;
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupt);
        } catch (ExecutionException | TimeoutException fault) {
            throw new IOException(fault);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static void feed(Process process, Feed feed) {
        try (OutputStream in = process.getOutputStream()) {
            feed.write(in);
        } catch (IOException gone) {
            // It ended without reading to the end; its exit code says whether that is bad.
        }
    }

    private static void take(Process process, CompletableFuture<String> output) {
        try {
            byte[] bytes = process.getInputStream().readNBytes(MAX_OUTPUT);
            if (bytes.length == MAX_OUTPUT) {
                throw new IOException("Tesseract writes without end");
            }
            output.complete(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            output.completeExceptionally(broken);
        }
    }
}
