package org.fumikura.app.fx;

import java.time.Duration;
import java.util.concurrent.Executor;

/// The thread that view models and views live on. Every method may be called from any thread.
public interface UiThread extends Executor {
    /// Runs `task` on this thread: at once if called on it, else soon.
    @Override
    void execute(Runnable task);

    /// Runs `task` on this thread just before the next frame is drawn.
    void onNextFrame(Runnable task);

    /// Runs `task` on this thread once the time has gone by, unless cancelled on this thread
    /// before.
    Cancellable after(Duration delay, Runnable task);

    /// Takes a delayed task back.
    @FunctionalInterface
    interface Cancellable {
        void cancel();
    }
}
