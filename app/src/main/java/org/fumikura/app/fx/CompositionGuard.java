package org.fumikura.app.fx;

import java.util.function.LongSupplier;

/// Tells an Enter that sends from an Enter that only confirms what an input method composed. On
/// some systems the confirming Enter arrives as a key press just after the composition ended; so an
/// Enter counts as confirming for a moment longer.
public final class CompositionGuard {
    private static final long MOMENT_NANOS = 150_000_000;

    private final LongSupplier nanoTime;
    private boolean composing;
    private long ended;
    private boolean everEnded;

    public CompositionGuard(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /// The input method changed its text.
    ///
    /// @param composed the length of what is still being composed
    public void composed(int composed) {
        if (composing && composed == 0) {
            ended = nanoTime.getAsLong();
            everEnded = true;
        }
        composing = composed > 0;
    }

    /// Whether an Enter pressed now belongs to the input method.
    public boolean ownsEnter() {
        return composing || (everEnded && nanoTime.getAsLong() - ended < MOMENT_NANOS);
    }
}
