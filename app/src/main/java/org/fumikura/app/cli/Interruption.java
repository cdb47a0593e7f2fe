package org.fumikura.app.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Gives a command that is interrupted (Ctrl-C) the time to tell what it has. While one is open, an
/// interrupt stops the work at hand, and the process ends, as an interrupted one, when it is
/// closed.
final class Interruption implements AutoCloseable {
    /// A model that is being loaded cannot be stopped: longer than this nobody waits.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CountDownLatch told = new CountDownLatch(1);
    private final Thread hook = Thread.ofPlatform().name("interruption").unstarted(this::heed);
    private Runnable stop = () -> {};
    private boolean came;

    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// Waits for work that an interrupt ends.
    ///
    /// @param stop ends it soon, so that `work` returns what it has; run by another thread
    <T> T ending(Runnable stop, Supplier<T> work) {
        at(stop);
        try {
            return work.get();
        } finally {
            at(() -> {});
        }
    }

    private synchronized void at(Runnable next) {
        stop = next;
        if (came) {
            next.run();
        }
    }

    private void heed() {
        synchronized (this) {
            came = true;
            stop.run();
        }
        try {
            boolean _ = told.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        told.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // It has run, and waits no more.
        }
    }
}
