package org.fumikura.app.settings;

import java.util.Optional;
import java.util.OptionalDouble;
import org.fumikura.rag.answer.Calibration;
import org.fumikura.rag.answer.Calibrations;
import org.fumikura.rag.library.Settings;

/// What came of a model's trials, among the settings.
///
/// @param model tells the model from every other
public record StoredCalibrations(Settings settings, String model) implements Calibrations {
    /// Other trials would be another name.
    private static final String NAME = "model.calibration.1.";

    private static final String BETWEEN = " ";
    private static final String NONE = "none";

    @Override
    public Optional<Calibration> read() {
        return settings.get(NAME + model).flatMap(StoredCalibrations::calibration);
    }

    @Override
    public void keep(Calibration calibration) {
        settings.put(
                NAME + model,
                text(calibration.statements()) + BETWEEN + text(calibration.questions()));
    }

    private static String text(OptionalDouble shift) {
        return shift.isPresent() ? Double.toString(shift.getAsDouble()) : NONE;
    }

    /// Empty for what makes no sense: the model is tried again.
    private static Optional<Calibration> calibration(String stored) {
        String[] both = stored.split(BETWEEN, -1);
        try {
            return both.length == 2
                    ? Optional.of(new Calibration(shift(both[0]), shift(both[1])))
                    : Optional.empty();
        } catch (NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    private static OptionalDouble shift(String text) {
        return text.equals(NONE)
                ? OptionalDouble.empty()
                : OptionalDouble.of(Double.parseDouble(text));
    }
}
