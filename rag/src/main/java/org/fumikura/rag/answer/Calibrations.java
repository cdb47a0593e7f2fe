package org.fumikura.rag.answer;

import java.util.Optional;

/// Where it is kept how far a model's opinions can be trusted. From any thread.
public interface Calibrations {
    /// Of a model of which it is known beforehand.
    static Calibrations known(Calibration calibration) {
        return new Calibrations() {
            @Override
            public Optional<Calibration> read() {
                return Optional.of(calibration);
            }

            @Override
            public void keep(Calibration other) {}
        };
    }

    /// What came of the model's trials; empty if there were none.
    Optional<Calibration> read();

    /// Keeps what came of them.
    void keep(Calibration calibration);
}
