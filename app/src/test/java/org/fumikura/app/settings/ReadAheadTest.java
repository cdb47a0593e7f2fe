package org.fumikura.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.fumikura.app.fakes.FakeSettings;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
    @Test
    void atFirstItIsDoneOnMainsOnly() {
        ReadAhead first = ReadAhead.chosen(new FakeSettings());
        assertTrue(first.allowed(() -> false));
        assertFalse(first.allowed(() -> true));
    }

    @Test
    void theChoiceIsRemembered() {
        var settings = new FakeSettings();
        for (ReadAhead choice : ReadAhead.values()) {
            choice.remember(settings);
            assertEquals(choice, ReadAhead.chosen(settings));
        }
    }

    @Test
    void theBatteryCountsOnlyWhereItIsAsked() {
        assertTrue(ReadAhead.ALWAYS.allowed(() -> true));
        assertFalse(ReadAhead.NEVER.allowed(() -> false));
    }
}
