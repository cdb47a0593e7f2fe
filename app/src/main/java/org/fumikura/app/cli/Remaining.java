package org.fumikura.app.cli;

import java.util.Locale;

/// Tells how far a job over many items is and how long the rest will take, judged by what is done.
/// For one thread.
final class Remaining {
    private final Console console;
    private final int total;
    private final long start = System.nanoTime();
    private int done;

    Remaining(Console console, int total) {
        this.console = console;
        this.total = total;
    }

    /// One item more is done.
    void oneMore() {
        done++;
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        long left = seconds * (total - done) / done;
        String time = String.format(Locale.ROOT, "%d:%02d", left / 60, left % 60);
        console.progress(console.text("cli.eval.remaining", done, total, time));
    }
}
