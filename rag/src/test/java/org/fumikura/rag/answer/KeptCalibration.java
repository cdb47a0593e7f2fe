package org.fumikura.rag.answer;

import java.util.Optional;

/// Of a model that nobody has tried; what comes of its trials is kept in memory.
public final class KeptCalibration implements Calibrations {
    private Optional<Calibration> kept = Optional.empty();

    @Override
    public synchronized Optional<Calibration> read() {
        return kept;
    }

    @Override
    public synchronized void keep(Calibration calibration) {
        kept = Optional.of(calibration);
    }
}
