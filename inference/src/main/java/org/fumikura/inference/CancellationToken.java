package org.fumikura.inference;

import java.util.ArrayList;
import java.util.List;

/// A switch that one thread turns to stop a job of another. Turning it runs the actions that the
/// job registered (closing a stream, killing a subprocess), so that a blocking call ends at once
/// too. Safe for use by several threads; turned at most once, never back.
public final class CancellationToken {
    private final List<Runnable> actions = new ArrayList<>();
    private boolean cancelled;

    /// What a job holds while its action is registered; closing it takes the action back.
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /// Turns the switch and runs the registered actions on this thread. Later calls do nothing.
    public void cancel() {
        List<Runnable> toRun;
        synchronized (this) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            toRun = List.copyOf(actions);
            actions.clear();
        }
        toRun.forEach(Runnable::run);
    }

    /// Whether [#cancel()] was called.
    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /// Throws [InferenceException] with `CANCELLED` once the switch is turned.
    ///
    /// @param job what is being stopped, for the exception's detail
    public void throwIfCancelled(String job) {
        if (isCancelled()) {
            throw new InferenceException(InferenceException.Code.CANCELLED, job);
        }
    }

    /// Runs the action when the switch is turned: at once, on this thread, if it already is.
    public Registration onCancel(Runnable action) {
        synchronized (this) {
            if (!cancelled) {
                actions.add(action);
                return () -> remove(action);
            }
        }
        action.run();
        return () -> {};
    }

    private synchronized void remove(Runnable action) {
        actions.remove(action);
    }
}
