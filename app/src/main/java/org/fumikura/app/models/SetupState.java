package org.fumikura.app.models;

import java.util.List;

/// Whether the models that are needed are there.
public sealed interface SetupState {
    /// Not looked yet.
    record Unknown() implements SetupState {}

    /// Some are not on this machine.
    ///
    /// @param bytes what has to be fetched
    record Missing(long bytes) implements SetupState {}

    /// Some are coming.
    ///
    /// @param total of all that are missing, in bytes
    record Fetching(long done, long total) implements SetupState {
        /// The part done, from 0 to 1.
        public double fraction() {
            return total <= 0 ? 0 : Math.clamp((double) done / total, 0, 1);
        }
    }

    /// What came is being checked.
    record Checking() implements SetupState {}

    /// All are there.
    record Complete() implements SetupState {}

    /// Getting or loading one failed.
    record Failed(RuntimeException fault) implements SetupState {}

    /// Sums up the chosen models.
    static SetupState of(List<ModelCard> chosen) {
        long missing = 0;
        long done = 0;
        long total = 0;
        boolean fetching = false;
        boolean checking = false;
        for (ModelCard card : chosen) {
            switch (card.state()) {
                case ModelState.Failed failed -> {
                    return new Failed(failed.fault());
                }
                case ModelState.Missing _ -> {
                    missing += card.sizeBytes();
                    total += card.sizeBytes();
                }
                case ModelState.Fetching now -> {
                    fetching = true;
                    done += now.done();
                    total += now.total() > 0 ? now.total() : card.sizeBytes();
                }
                case ModelState.Checking _ -> checking = true;
                case ModelState.Installed _ -> {}
                case ModelState.Loading _ -> {}
                case ModelState.Ready _ -> {}
            }
        }
        if (fetching) {
            return new Fetching(done, total);
        }
        if (checking) {
            return new Checking();
        }
        return missing > 0 ? new Missing(missing) : new Complete();
    }
}
