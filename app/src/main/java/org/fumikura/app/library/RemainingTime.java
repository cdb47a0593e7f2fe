package org.fumikura.app.library;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import org.fumikura.rag.library.LibraryFile;
import org.fumikura.rag.library.RecognitionState;

/// How long the work on the library will take, judged by what was done in the last minute: reading
/// by bytes, embedding by passages. Reading and embedding go on side by side, so the slower of the
/// two tells when all can be found by meaning. Nothing is said while there is work and no speed
/// yet, nor of meaning while pictures wait to be recognised, which may take any time. For one
/// thread.
public final class RemainingTime {
    private final LongSupplier nanoTime;
    private final Speed reading = new Speed();
    private final Speed embedding = new Speed();

    /// @param nanoTime the clock that speeds are measured with
    public RemainingTime(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /// Forgets all speeds: work was paused or is over.
    public void forget() {
        reading.forget();
        embedding.forget();
    }

    /// How long the files need as they stand now.
    public Remaining after(Collection<LibraryFile> files) {
        long now = nanoTime.getAsLong();
        Work work = Work.of(files);
        reading.note(now, work.bytesRead);
        embedding.note(now, work.passagesEmbedded);
        OptionalDouble words = reading.secondsFor(work.bytesLeft);
        OptionalDouble vectors = embedding.secondsFor(work.passagesMissing + work.passagesToCome());
        return new Remaining(
                duration(words),
                work.pictures || work.passagesMissing == 0 || words.isEmpty() || vectors.isEmpty()
                        ? Optional.empty()
                        : duration(
                                OptionalDouble.of(
                                        Math.max(words.getAsDouble(), vectors.getAsDouble()))));
    }

    private static Optional<Duration> duration(OptionalDouble seconds) {
        return seconds.isEmpty() || seconds.getAsDouble() == 0
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds((long) Math.ceil(seconds.getAsDouble())));
    }

    /// What is done and what is left.
    ///
    /// @param pictures whether some wait to be recognised
    private record Work(
            double bytesRead,
            double bytesLeft,
            double passagesEmbedded,
            double passagesMissing,
            boolean pictures) {
        static Work of(Collection<LibraryFile> files) {
            double read = 0;
            double left = 0;
            double embedded = 0;
            double missing = 0;
            boolean pictures = false;
            for (LibraryFile file : files) {
                boolean waits = file.recognition() == RecognitionState.WAITING;
                pictures |= waits;
                switch (file.state()) {
                    case QUEUED, READING -> left += waits ? 0 : file.size();
                    case SEARCHABLE, READY, PROBLEM -> {
                        read += file.size();
                        embedded += file.embedded();
                        missing += file.passages() - file.embedded();
                    }
                }
            }
            return new Work(read, left, embedded, missing, pictures);
        }

        /// How many passages what is not read yet will have, if it is like what was read.
        double passagesToCome() {
            return bytesRead == 0
                    ? 0
                    : bytesLeft * (passagesEmbedded + passagesMissing) / bytesRead;
        }
    }
}
