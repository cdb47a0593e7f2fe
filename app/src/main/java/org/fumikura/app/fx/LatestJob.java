package org.fumikura.app.fx;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Does one job at a time off the UI thread, and of those that came meanwhile only the latest: what
/// a keystroke asks for supersedes what the one before did. On the UI thread.
public final class LatestJob {
    private final Lanes lanes;
    private Optional<Runnable> waiting = Optional.empty();
    private boolean running;
    private long latest;

    public LatestJob(Lanes lanes) {
        this.lanes = lanes;
    }

    /// Runs `job` and hands what it returns to `done` on the UI thread, or what it throws to
    /// `failed`, unless another job has superseded it by then.
    public <T> void start(
            Supplier<T> job, Consumer<? super T> done, Consumer<RuntimeException> failed) {
        long turn = ++latest;
        Runnable start =
                () ->
                        lanes.fetch(
                                job,
                                result -> ended(turn, () -> done.accept(result)),
                                fault -> ended(turn, () -> failed.accept(fault)));
        if (running) {
            waiting = Optional.of(start);
        } else {
            running = true;
            start.run();
        }
    }

    /// What was started is not wanted any more.
    public void drop() {
        latest++;
        waiting = Optional.empty();
    }

    private void ended(long turn, Runnable heard) {
        Optional<Runnable> next = waiting;
        waiting = Optional.empty();
        running = next.isPresent();
        if (turn == latest) {
            heard.run();
        }
        next.ifPresent(Runnable::run);
    }
}
