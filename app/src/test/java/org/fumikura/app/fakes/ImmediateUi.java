package org.fumikura.app.fakes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.fumikura.app.fx.Lanes;
import org.fumikura.app.fx.UiThread;

/// A UI thread that is the caller's; what is delayed waits for [#passTime()].
public final class ImmediateUi implements UiThread {
    private final List<Runnable> delayed = new ArrayList<>();

    /// Lanes that do everything at once, on the caller's thread.
    public Lanes lanes() {
        return new Lanes(this, Runnable::run);
    }

    @Override
    public void execute(Runnable task) {
        task.run();
    }

    @Override
    public void onNextFrame(Runnable task) {
        task.run();
    }

    @Override
    public Cancellable after(Duration delay, Runnable task) {
        delayed.add(task);
        return () -> delayed.remove(task);
    }

    /// Runs what was delayed.
    public void passTime() {
        List<Runnable> due = List.copyOf(delayed);
        delayed.clear();
        due.forEach(Runnable::run);
    }
}
