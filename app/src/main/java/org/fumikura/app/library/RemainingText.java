package org.fumikura.app.library;

import java.time.Duration;
import org.fumikura.ui.Messages;

/// How long the work will take, in words that promise no more than is known.
public final class RemainingText {
    private static final long COARSE_MINUTES = 20;
    private static final long STEP = 5;
    private static final long HOURS_FROM = 90;

    private RemainingText() {}

    /// One line; empty while nothing can be told.
    public static String of(Messages messages, Remaining remaining) {
        if (remaining.words().isPresent() && remaining.meaning().isPresent()) {
            return messages.get(
                    "work.remaining.both",
                    about(messages, remaining.words().get()),
                    about(messages, remaining.meaning().get()));
        }
        return remaining
                .words()
                .map(time -> messages.get("work.remaining.words", about(messages, time)))
                .or(() ->
                        remaining
                                .meaning()
                                .map(time ->
                                        messages.get(
                                                "work.remaining.meaning", about(messages, time))))
                .orElse("");
    }

    private static String about(Messages messages, Duration time) {
        long minutes = Math.max(1, (time.toSeconds() + 59) / 60);
        if (minutes > HOURS_FROM) {
            return messages.get("work.about.hours", (minutes + 30) / 60);
        }
        long shown = minutes <= COARSE_MINUTES ? minutes : (minutes + STEP - 1) / STEP * STEP;
        return messages.get("work.about.minutes", shown);
    }
}
