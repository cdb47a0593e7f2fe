package org.fumikura.app.library;

import org.fumikura.ui.Messages;

/// The state of the work in one line.
public final class WorkText {
    private WorkText() {}

    /// The same, short.
    public static String brief(Messages messages, WorkViewModel work) {
        return of(messages, work, "work.paused-brief");
    }

    /// That it waits, or how long it will take; empty while neither can be said.
    public static String of(Messages messages, WorkViewModel work) {
        return of(messages, work, "work.paused");
    }

    private static String of(Messages messages, WorkViewModel work, String paused) {
        return switch (work.state().get()) {
            case IDLE -> "";
            case PAUSED -> messages.get(paused);
            case WORKING -> RemainingText.of(messages, work.remaining().get());
        };
    }
}
