package org.fumikura.rag.parse.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.fumikura.rag.parse.ParseOutcome.Stopped.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The parsing process that all share who ask at the same time, so that what its compiler made of
/// the parsers serves them all. It is started when it is needed, kept for the next file, and let go
/// when nothing was asked for a while.
///
/// Where it ends with a file, that may have been the doing of another: each that was under way is
/// tried once more, in a process of its own, and what comes of that is the file's own outcome.
final class ProcessPool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessPool.class);
    // A process that has read a few files reads three times as fast as a new one.
    private static final Duration KEPT = Duration.ofMinutes(3);

    private final ParseLimits limits;
    private final String main;
    private final Path fonts;
    private Optional<ParserProcess> shared = Optional.empty();
    private long lastUse;
    private boolean closed;

    /// @param main the class of a process that serves as [ParserMain] does
    /// @param fonts where the list of this machine's fonts is kept
    ProcessPool(ParseLimits limits, String main, Path fonts) {
        this.limits = limits;
        this.main = main;
        this.fonts = fonts;
    }

    /// Starts the process for the next request, if it is not there.
    synchronized void prepare() {
        if (closed) {
            return;
        }
        try {
            shared();
        } catch (IOException fault) {
            LOG.warn("No parsing process: {}", fault.getClass().getSimpleName());
        }
    }

    /// Does what `request` says; twice the time may pass.
    ///
    /// @throws IOException if no process can be started
    Wire.Reply ask(Wire.Request request, Duration time) throws InterruptedException, IOException {
        ParserProcess process = shared();
        Wire.Reply reply = ask(process, request, time);
        leave(process);
        if (!(reply instanceof Wire.Reply.Stopped(var reason))
                || process.isAlive()
                || reason == Reason.TIME && !process.wasShared()) {
            return reply;
        }
        ParserProcess own = start(limits.heapMegabytes());
        try {
            return ask(own, request, time);
        } finally {
            own.kill();
        }
    }

    private static Wire.Reply ask(ParserProcess process, Wire.Request request, Duration time)
            throws InterruptedException, IOException {
        Wire.Reply reply = process.ask(request, time);
        if (reply instanceof Wire.Reply.Stopped(var reason)) {
            LOG.warn("Parsing process {} gave a file up: {}", process.pid(), reason);
        }
        return reply;
    }

    private ParserProcess start(int heapMegabytes) throws IOException {
        return ParserProcess.start(main, heapMegabytes, fonts);
    }

    private synchronized ParserProcess shared() throws IOException {
        if (shared.isPresent() && shared.get().isAlive()) {
            return shared.get();
        }
        shared.ifPresent(ParserProcess::kill);
        ParserProcess fresh = start(limits.sharedHeapMegabytes());
        shared = Optional.of(fresh);
        used();
        letGoLater(fresh);
        return fresh;
    }

    private synchronized void leave(ParserProcess process) {
        used();
        if (closed && !process.isBusy()) {
            process.kill();
        }
    }

    private void used() {
        lastUse = System.nanoTime();
    }

    private void letGoLater(ParserProcess process) {
        CompletableFuture.delayedExecutor(KEPT.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> letGo(process));
    }

    private synchronized void letGo(ParserProcess process) {
        if (shared.filter(process::equals).isEmpty()) {
            // Another has taken its place, and is looked after by itself.
            return;
        }
        if (isIdle() && System.nanoTime() - lastUse >= KEPT.toNanos()) {
            end();
        } else {
            letGoLater(process);
        }
    }

    private boolean isIdle() {
        return shared.filter(ParserProcess::isBusy).isEmpty();
    }

    private void end() {
        shared.ifPresent(ParserProcess::kill);
        shared = Optional.empty();
    }

    /// Ends the process; if it is at work, with its last file.
    @Override
    public synchronized void close() {
        closed = true;
        if (isIdle()) {
            end();
        }
    }
}
