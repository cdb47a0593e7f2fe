package org.fumikura.app.library;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.fumikura.rag.library.LibraryFile;
import org.fumikura.rag.library.RecognitionState;

/// How long the work on the library will take, judged by what was done in the last minute: reading
/// by bytes, embedding by passages. Reading and embedding go on side by side, so the slower of the
/// two tells when all can be found by meaning. Nothing is said while there is work and no speed
/// yet, nor of meaning while pictures wait to be recognised, which may take any time. For one
/// thread.
public final class RemainingTime {
    private static final double SECOND = 1e9;
    private static final double WINDOW = 60 * SECOND;
    private static final double SHORTEST = 5 * SECOND;

    private final LongSupplier nanoTime;
    private final Deque<Sample> samples = new ArrayDeque<>();

    /// @param nanoTime the clock that speeds are measured with
    public RemainingTime(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /// Forgets all speeds: work was paused or is over.
    public void forget() {
        samples.clear();
    }

    /// How long the files need as they stand now.
    public Remaining after(Collection<LibraryFile> files) {
        Sample now = Sample.of(nanoTime.getAsLong(), files);
        if (!samples.isEmpty() && now.isBehind(samples.getLast())) {
            // Files were taken out.
            samples.clear();
        }
        while (!samples.isEmpty() && now.nanos - samples.getFirst().nanos > WINDOW) {
            samples.removeFirst();
        }
        if (samples.isEmpty() || now.nanos - samples.getLast().nanos >= SECOND) {
            samples.addLast(now);
        }
        return remaining(samples.getFirst(), now);
    }

    private static Remaining remaining(Sample then, Sample now) {
        double elapsed = now.nanos - then.nanos;
        if (elapsed < SHORTEST) {
            return Remaining.UNKNOWN;
        }
        Optional<Double> reading =
                seconds(now.bytesLeft, (now.bytesRead - then.bytesRead) / elapsed);
        Optional<Double> embedding =
                now.pictures
                        ? Optional.empty()
                        : seconds(
                                now.passagesMissing + now.passagesToCome(),
                                (now.passagesEmbedded - then.passagesEmbedded) / elapsed);
        return new Remaining(
                duration(reading),
                now.passagesMissing > 0
                        ? duration(
                                reading.flatMap(
                                        one -> embedding.map(other -> Math.max(one, other))))
                        : Optional.empty());
    }

    private static Optional<Double> seconds(double work, double workPerNano) {
        if (work <= 0) {
            return Optional.of(0.0);
        }
        return workPerNano > 0 ? Optional.of(work / workPerNano / SECOND) : Optional.empty();
    }

    private static Optional<Duration> duration(Optional<Double> seconds) {
        return seconds.filter(time -> time > 0)
                .map(time -> Duration.ofSeconds((long) Math.ceil(time)));
    }

    /// The library at one moment.
    ///
    /// @param pictures whether some wait to be recognised
    private record Sample(
            long nanos,
            double bytesRead,
            double bytesLeft,
            double passagesEmbedded,
            double passagesMissing,
            boolean pictures) {
        static Sample of(long nanos, Collection<LibraryFile> files) {
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
            return new Sample(nanos, read, left, embedded, missing, pictures);
        }

        /// How many passages what is not read yet will have, if it is like what was read.
        double passagesToCome() {
            return bytesRead == 0
                    ? 0
                    : bytesLeft * (passagesEmbedded + passagesMissing) / bytesRead;
        }

        boolean isBehind(Sample earlier) {
            return bytesRead < earlier.bytesRead || passagesEmbedded < earlier.passagesEmbedded;
        }
    }
}
