package org.fumikura.rag.parse.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.fumikura.rag.parse.DocumentParser;
import org.fumikura.rag.parse.DocumentParsers;
import org.fumikura.rag.parse.ParseOptions;
import org.fumikura.rag.parse.ParseOutcome;
import org.fumikura.rag.parse.Recognition;
import org.fumikura.rag.parse.RecognitionOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads files in other processes, one for each thread that reads at the same time. A process is
/// started when it is needed, kept for the next file, replaced after a file that ended it, and let
/// go when nothing was read for a while.
///
/// Where no process can be started, files are read in this one.
public final class IsolatedParser implements DocumentParser, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IsolatedParser.class);
    private static final Duration KEPT = Duration.ofSeconds(30);

    private final ParseLimits limits;
    private final String main;
    private final Deque<ParserProcess> idle = new ArrayDeque<>();
    private final DocumentParsers here = new DocumentParsers();
    private long lastUse;
    private boolean closed;

    /// No process is started yet.
    public IsolatedParser(ParseLimits limits) {
        this(limits, ParserMain.class.getName());
    }

    IsolatedParser(ParseLimits limits, String main) {
        this.limits = limits;
        this.main = main;
    }

    @Override
    public ParseOutcome parse(Path file, ParseOptions options) {
        var request = request(file, options, Optional.empty());
        return run(
                        file,
                        request,
                        Duration.ZERO,
                        () -> Recognition.without(here.parse(file, options)))
                .outcome();
    }

    @Override
    public Set<String> recognises() {
        return here.recognises();
    }

    @Override
    public Recognition recognise(Path file, RecognitionOrder order) {
        var request = request(file, ParseOptions.PLAIN, Optional.of(order));
        // The last picture may be begun in the last second.
        Duration more = Duration.ofSeconds(order.seconds()).plus(RecognitionOrder.LONGEST_PICTURE);
        return run(file, request, more, () -> here.recognise(file, order));
    }

    private static Wire.Request request(
            Path file, ParseOptions options, Optional<RecognitionOrder> order) {
        return new Wire.Request(file.toAbsolutePath().toString(), options, order);
    }

    /// @param more the time it may take beyond what reading takes
    /// @param inThisProcess does the same where no process can be started
    private Recognition run(
            Path file, Wire.Request request, Duration more, Supplier<Recognition> inThisProcess) {
        try {
            Duration time = limits.time(size(file)).plus(more);
            Optional<ParserProcess> kept = takeIdle();
            if (kept.isPresent()) {
                Recognition result = run(kept.get(), request, time);
                if (!(result.outcome() instanceof ParseOutcome.Stopped(var reason))
                        || reason == ParseOutcome.Stopped.Reason.TIME) {
                    return result;
                }
                // It may have been what earlier files left behind: a fresh process tells.
            }
            return run(ParserProcess.start(main, limits.heapMegabytes()), request, time);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            return Recognition.without(new ParseOutcome.Inaccessible("interrupted"));
        } catch (IOException fault) {
            LOG.warn("No parsing process: {}", fault.getClass().getSimpleName());
            return inThisProcess.get();
        }
    }

    private Recognition run(ParserProcess process, Wire.Request request, Duration time)
            throws InterruptedException, IOException {
        Recognition result = process.parse(request, time);
        if (result.outcome() instanceof ParseOutcome.Stopped(var reason)) {
            LOG.warn("Parsing process {} ended: {}", process.pid(), reason);
        } else {
            keep(process);
        }
        return result;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            // The parser says what is wrong with it.
            return 0;
        }
    }

    private synchronized Optional<ParserProcess> takeIdle() {
        while (!idle.isEmpty()) {
            ParserProcess process = idle.pop();
            if (process.isAlive()) {
                return Optional.of(process);
            }
            process.kill();
        }
        return Optional.empty();
    }

    private synchronized void keep(ParserProcess process) {
        if (closed) {
            process.kill();
            return;
        }
        idle.push(process);
        lastUse = System.nanoTime();
        if (idle.size() == 1) {
            letGoLater();
        }
    }

    private void letGoLater() {
        CompletableFuture.delayedExecutor(KEPT.toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::letGo);
    }

    private synchronized void letGo() {
        if (System.nanoTime() - lastUse >= KEPT.toNanos()) {
            idle.forEach(ParserProcess::kill);
            idle.clear();
        } else if (!idle.isEmpty()) {
            letGoLater();
        }
    }

    /// Ends the idle processes; one that is reading ends with its file.
    @Override
    public synchronized void close() {
        closed = true;
        idle.forEach(ParserProcess::kill);
        idle.clear();
    }
}
