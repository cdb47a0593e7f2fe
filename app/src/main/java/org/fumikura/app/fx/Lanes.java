package org.fumikura.app.fx;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The two lanes a view model works in: the UI thread for what is shown, and a worker for whatever
/// may wait for a disk.
///
/// @param work runs one task at a time, in the order given, so that what a person did first is done
///   first
public record Lanes(UiThread ui, Executor work) {
    /// Runs `job` on the worker and hands what it returns to `done` on the UI thread, or what it
    /// throws to `failed`.
    public <T> void fetch(
            Supplier<T> job, Consumer<? super T> done, Consumer<RuntimeException> failed) {
        work.execute(() -> {
            try {
                T result = job.get();
                ui.execute(() -> done.accept(result));
            } catch (RuntimeException fault) {
                ui.execute(() -> failed.accept(fault));
            }
        });
    }
}
