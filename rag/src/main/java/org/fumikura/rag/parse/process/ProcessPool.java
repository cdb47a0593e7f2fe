package org.fumikura.rag.parse.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.fumikura.rag.parse.ParseOutcome.Stopped.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Parsing processes, one for each thread that asks at the same time. A process is started when it
/// is needed, kept for the next file, replaced after a file that ended it, and let go when nothing
/// was asked for a while.
final class ProcessPool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessPool.class);
    // A process that has read a few files reads three times as fast as a new one.
    private static final Duration KEPT = Duration.ofMinutes(3);

    private final ParseLimits limits;
    private final String main;
    private final Path fonts;
    private final Deque<ParserProcess> idle = new ArrayDeque<>();
    private int atWork;
    private long lastUse;
    private boolean closed;

    /// @param main the class of a process that serves as [ParserMain] does
    /// @param fonts where the list of this machine's fonts is kept
    ProcessPool(ParseLimits limits, String main, Path fonts) {
        this.limits = limits;
        this.main = main;
        this.fonts = fonts;
    }

    /// Starts a process for the next request, if none is there.
    synchronized void prepare() {
        if (closed || atWork > 0 || !idle.isEmpty()) {
            return;
        }
        try {
            keep(ParserProcess.start(main, limits.heapMegabytes(), fonts));
        } catch (IOException fault) {
            LOG.warn("No parsing process: {}", fault.getClass().getSimpleName());
        }
    }

    /// Does what `request` says within the time.
    ///
    /// @throws IOException if no process can be started
    Wire.Reply ask(Wire.Request request, Duration time) throws InterruptedException, IOException {
        Optional<ParserProcess> kept = takeIdle();
        try {
            if (kept.isPresent()) {
                Wire.Reply reply = ask(kept.get(), request, time);
                if (!(reply instanceof Wire.Reply.Stopped(var reason)) || reason == Reason.TIME) {
                    return reply;
                }
                // It may have been what earlier files left behind: a fresh process tells.
            }
            return ask(ParserProcess.start(main, limits.heapMegabytes(), fonts), request, time);
        } finally {
            synchronized (this) {
                atWork--;
            }
        }
    }

    private Wire.Reply ask(ParserProcess process, Wire.Request request, Duration time)
            throws InterruptedException, IOException {
        Wire.Reply reply = process.ask(request, time);
        if (reply instanceof Wire.Reply.Stopped(var reason)) {
            LOG.warn("Parsing process {} ended: {}", process.pid(), reason);
        } else {
            keep(process);
        }
        return reply;
    }

    /// An idle process, if there is one; the asker counts as at work from here on.
    private synchronized Optional<ParserProcess> takeIdle() {
        atWork++;
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

    /// Ends the idle processes; one that is at work ends with its file.
    @Override
    public synchronized void close() {
        closed = true;
        idle.forEach(ParserProcess::kill);
        idle.clear();
    }
}
