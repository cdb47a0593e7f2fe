package org.fumikura.app.fx;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CompositionGuardTest {
    private final AtomicLong now = new AtomicLong(-5_000_000_000L);
    private final CompositionGuard guard = new CompositionGuard(now::get);

    @Test
    void enterWithoutCompositionIsTheFields() {
        assertFalse(guard.ownsEnter());
    }

    @Test
    void enterDuringCompositionBelongsToTheInputMethod() {
        guard.composed(3);
        assertTrue(guard.ownsEnter());
    }

    @Test
    void enterThatArrivesJustAfterTheCommitOnlyConfirmed() {
        guard.composed(3);
        guard.composed(0);
        now.addAndGet(20_000_000);
        assertTrue(guard.ownsEnter());
    }

    @Test
    void enterAfterAMomentSends() {
        guard.composed(3);
        guard.composed(0);
        now.addAndGet(200_000_000);
        assertFalse(guard.ownsEnter());
    }

    /// Some input methods commit every letter typed without composing: that ends no composition.
    @Test
    void commitWithoutCompositionDoesNotDelayEnter() {
        guard.composed(0);
        assertFalse(guard.ownsEnter());
    }
}
