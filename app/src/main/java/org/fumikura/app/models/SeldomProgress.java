package org.fumikura.app.models;

import java.util.function.Consumer;
import org.fumikura.inference.Progress;

/// Passes progress on at most ten times a second, and always its end.
final class SeldomProgress implements Consumer<Progress> {
    private static final long PROGRESS_NANOS = 100_000_000;

    private final Consumer<Progress> sink;
    private long last;

    SeldomProgress(Consumer<Progress> sink) {
        this.sink = sink;
    }

    @Override
    public void accept(Progress progress) {
        long now = System.nanoTime();
        if (now - last >= PROGRESS_NANOS || isWhole(progress)) {
            last = now;
            sink.accept(progress);
        }
    }

    static boolean isWhole(Progress progress) {
        return progress.total() > 0 && progress.done() >= progress.total();
    }
}
