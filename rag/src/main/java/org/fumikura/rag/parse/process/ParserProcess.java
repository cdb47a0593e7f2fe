package org.fumikura.rag.parse.process;

import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.fumikura.rag.parse.ParseOutcome.Stopped.Reason;

/// One parsing process, seen from the parent. Any number of threads may ask at the same time; the
/// end of the process is the end of all that they asked for.
final class ParserProcess {
    /// What the Java runtime ends with under `ExitOnOutOfMemoryError`.
    private static final int OUT_OF_MEMORY = 3;

    private static final Duration DYING = Duration.ofSeconds(10);

    private final Process process;
    private final Path folder;
    private final Wire wire;
    private final Map<Long, CompletableFuture<Wire.Reply>> asked = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private volatile boolean gone;
    private volatile boolean shared;
    private volatile boolean ready;

    private ParserProcess(Process process, Path folder, Wire wire) {
        this.process = process;
        this.folder = folder;
        this.wire = wire;
    }

    /// @param main the class of a process that serves as [ParserMain] does
    /// @param fonts where the list of this machine's fonts is kept; made if need be
    static ParserProcess start(String main, int heapMegabytes, Path fonts) throws IOException {
        Path folder = Files.createTempDirectory("fumikura-parse");
        try {
            var builder =
                    new ProcessBuilder(command(main, heapMegabytes, folder, usable(fonts, folder)));
            builder.redirectError(Redirect.DISCARD);
            builder.environment().remove("JAVA_TOOL_OPTIONS");
            Process started = builder.start();
            var wire = new Wire(started.getInputStream(), started.getOutputStream());
            var process = new ParserProcess(started, folder, wire);
            Thread.ofPlatform().name("parser-" + started.pid()).daemon().start(process::listen);
            return process;
        } catch (IOException fault) {
            FileUtils.deleteQuietly(folder.toFile());
            throw fault;
        }
    }

    /// PDFBox would turn to the person's own folder if it could not write.
    private static Path usable(Path fonts, Path instead) {
        try {
            Path made = Files.createDirectories(fonts);
            return Files.isWritable(made) ? made : instead;
        } catch (IOException readOnly) {
            return instead;
        }
    }

    private static List<String> command(String main, int heapMegabytes, Path folder, Path fonts) {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx" + heapMegabytes + "m",
                                "-XX:+UseSerialGC",
                                // Most processes live for some dozens of files. What they would
                                // spend on optimising in that time they would not get back.
                                "-XX:Tier4InvocationThreshold=150000",
                                "-XX:Tier4MinInvocationThreshold=18000",
                                "-XX:Tier4CompileThreshold=450000",
                                "-XX:Tier4BackEdgeThreshold=1200000",
                                "-XX:+ExitOnOutOfMemoryError",
                                "-XX:-UsePerfData",
                                "-XX:-CreateCoredumpOnCrash",
                                // A crash report may hold text: none is written.
                                "-XX:+SuppressFatalErrorMessage",
                                "-Xlog:disable",
                                "-Djava.awt.headless=true",
                                "-Djava.io.tmpdir=" + folder,
                                "-Dpdfbox.fontcache=" + fonts));
        // Beside what the launcher keeps of a start lies what it keeps of this one.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-XX:AOTCache="))
                .map(argument -> argument.replaceFirst("\\.aot$", "-parser.aot"))
                .forEach(command::add);
        command.addAll(List.of("-cp", absolute(System.getProperty("java.class.path")), main));
        return command;
    }

    private static String absolute(String classPath) {
        return String.join(
                File.pathSeparator,
                Stream.of(classPath.split(File.pathSeparator))
                        .map(part -> Path.of(part).toAbsolutePath().toString())
                        .toList());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Where it keeps temporary files; gone when the process is.
    Path folder() {
        return folder;
    }

    long pid() {
        return process.pid();
    }

    /// Whether it is at work.
    boolean isBusy() {
        return !asked.isEmpty();
    }

    /// Whether it was ever at work on two requests at the same time.
    boolean wasShared() {
        return shared;
    }

    /// Does what `request` says. Where that takes too long or is interrupted, the process is dead
    /// when this returns, as it is where it ended by itself.
    ///
    /// @throws IOException if the process did not even start, which no file is to blame for
    Wire.Reply ask(Wire.Request request, Duration limit) throws InterruptedException, IOException {
        long number = numbers.incrementAndGet();
        var reply = new CompletableFuture<Wire.Reply>();
        asked.put(number, reply);
        if (asked.size() > 1) {
            shared = true;
        }
        try {
            // Shorter than what the system keeps for a process that does not read.
            wire.write(new Wire.Asked(number, request));
            if (gone) {
                // It may have ended before this request was noted.
                throw new EOFException();
            }
            return reply.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            kill();
            return new Wire.Reply.Stopped(Reason.TIME);
        } catch (ExecutionException | IOException end) {
            boolean ended = process.waitFor(DYING.toMillis(), TimeUnit.MILLISECONDS);
            boolean memory = ended && process.exitValue() == OUT_OF_MEMORY;
            kill();
            if (!ready) {
                throw new IOException("the process did not start", end);
            }
            return new Wire.Reply.Stopped(memory ? Reason.MEMORY : Reason.CRASH);
        } catch (InterruptedException interrupt) {
            kill();
            throw interrupt;
        } finally {
            asked.remove(number);
        }
    }

    /// Hands on what the process says, until it says no more.
    private void listen() {
        try {
            var _ = wire.read(Wire.Ready.class);
            ready = true;
            while (true) {
                Wire.Answered answered = wire.read(Wire.Answered.class);
                CompletableFuture<Wire.Reply> reply = asked.get(answered.number());
                if (reply != null) {
                    reply.complete(answered.reply());
                }
            }
        } catch (IOException | RuntimeException end) {
            gone = true;
            asked.values().forEach(reply -> reply.completeExceptionally(end));
        }
    }

    /// Ends the process with those it started and clears away what it left.
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(DYING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
        // What cannot be deleted is left for the system's own cleaning: nothing depends on it.
        FileUtils.deleteQuietly(folder.toFile());
    }
}
