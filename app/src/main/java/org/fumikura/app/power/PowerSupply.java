package org.fumikura.app.power;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import oshi.SystemInfo;
import oshi.hardware.PowerSource;

/// Whether the machine runs on its battery. Asking the system takes a while, so what it said is
/// believed for half a minute. Safe for several threads.
public final class PowerSupply {
    private static final Duration BELIEVED = Duration.ofSeconds(30);

    private final BooleanSupplier discharging;
    private final InstantSource clock;
    private Instant asked = Instant.MIN;
    private boolean onBattery;

    /// @param discharging asks the system
    PowerSupply(BooleanSupplier discharging, InstantSource clock) {
        this.discharging = discharging;
        this.clock = clock;
    }

    /// This machine's.
    public static PowerSupply ofThisMachine() {
        return new PowerSupply(
                () ->
                        new SystemInfo()
                                .getHardware().getPowerSources().stream()
                                        .anyMatch(PowerSource::isDischarging),
                InstantSource.system());
    }

    /// Whether a battery is being emptied; false where there is none.
    public synchronized boolean onBattery() {
        Instant now = clock.instant();
        if (asked.isBefore(now.minus(BELIEVED))) {
            onBattery = discharging.getAsBoolean();
            asked = now;
        }
        return onBattery;
    }
}
