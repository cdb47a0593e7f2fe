package org.fumikura.app;

import java.time.Duration;
import org.fumikura.app.door.DoorRequest;
import org.fumikura.app.door.Handover;
import org.fumikura.app.door.Visitor;
import org.fumikura.rag.RagException;

/// Where a window comes in: a home has one window.
final class Entrance {
    /// As long as a start takes: of two windows that are started at once the first has no door yet.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private Entrance() {}

    /// Whether another window has the home open; it was brought to the front. If a command works in
    /// the home, waits some seconds for its end.
    static boolean isTaken(Home home) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            if (Visitor.hand(home.folder(), new DoorRequest.Show(), () -> {}) == Handover.DONE) {
                return true;
            }
            if (isFree(home) || System.nanoTime() - end > 0) {
                return false;
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException interrupt) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    /// Anything else that is wrong with the home is said when it is opened.
    private static boolean isFree(Home home) {
        try {
            HomeLock.take(home.folder()).close();
            return true;
        } catch (RagException refused) {
            return refused.code() != RagException.Code.LIBRARY_IN_USE;
        }
    }
}
