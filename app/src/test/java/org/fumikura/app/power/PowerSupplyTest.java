package org.fumikura.app.power;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PowerSupplyTest {
    private Instant now = Instant.EPOCH;
    private boolean discharging;
    private final AtomicInteger asked = new AtomicInteger();
    private final PowerSupply power =
            new PowerSupply(
                    () -> {
                        asked.incrementAndGet();
                        return discharging;
                    },
                    () -> now);

    @Test
    void aChangeIsSeenHalfAMinuteLater() {
        assertFalse(power.onBattery());
        discharging = true;
        now = now.plus(Duration.ofSeconds(29));
        assertFalse(power.onBattery());
        now = now.plus(Duration.ofSeconds(2));
        assertTrue(power.onBattery());
        assertEquals(2, asked.get());
    }

    @Test
    void thisMachineAnswersTheSameTwice() {
        PowerSupply machine = PowerSupply.ofThisMachine();
        assertEquals(machine.onBattery(), machine.onBattery());
    }
}
