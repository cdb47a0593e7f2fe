package org.fumikura.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.OptionalDouble;
import org.fumikura.app.fakes.FakeSettings;
import org.fumikura.rag.answer.Calibration;
import org.junit.jupiter.api.Test;

class StoredCalibrationsTest {
    private static final Calibration HALF =
            new Calibration(OptionalDouble.of(-0.75), OptionalDouble.empty());

    private final FakeSettings settings = new FakeSettings();
    private final StoredCalibrations small = new StoredCalibrations(settings, "small/1");
    private final StoredCalibrations large = new StoredCalibrations(settings, "large/2");

    @Test
    void aModelIsRememberedApartFromOthers() {
        small.keep(HALF);
        large.keep(Calibration.REFERENCE);
        assertEquals(Optional.of(HALF), small.read());
        assertEquals(Optional.of(Calibration.REFERENCE), large.read());
    }

    @Test
    void oneThatWasNotTriedOrMakesNoSenseIsNotKnown() {
        assertEquals(Optional.empty(), small.read());
        settings.put("model.calibration.1.small/1", "much");
        assertEquals(Optional.empty(), small.read());
        settings.put("model.calibration.1.small/1", "0.5 much");
        assertEquals(Optional.empty(), small.read());
    }
}
