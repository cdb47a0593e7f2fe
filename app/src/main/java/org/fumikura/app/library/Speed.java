package org.fumikura.app.library;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/// How fast work gets done, judged by the last minute, and from the first that was seen to be done:
/// what is started up before, a model for instance, takes its time once. For one thread.
final class Speed {
    private static final long SECOND = 1_000_000_000;
    private static final long WINDOW = 60 * SECOND;
    private static final long SHORTEST = 5 * SECOND;

    private final Deque<Sample> samples = new ArrayDeque<>();
    private boolean started;

    /// Forgets what was seen.
    void forget() {
        samples.clear();
        started = false;
    }

    /// Notes how much has been done altogether at a moment.
    void note(long nanos, double done) {
        Sample now = new Sample(nanos, done);
        if (samples.isEmpty() || done < samples.getLast().done) {
            forget();
            samples.add(now);
        } else if (!started) {
            started = done > samples.getLast().done;
            samples.clear();
            samples.add(now);
        } else if (nanos - samples.getLast().nanos >= SECOND) {
            samples.add(now);
        }
        while (nanos - samples.getFirst().nanos > WINDOW && samples.size() > 1) {
            samples.removeFirst();
        }
    }

    /// How many seconds this much takes; empty while that cannot be told.
    OptionalDouble secondsFor(double work) {
        if (work <= 0) {
            return OptionalDouble.of(0);
        }
        Sample first = samples.getFirst();
        Sample last = samples.getLast();
        double done = last.done - first.done;
        return done > 0 && last.nanos - first.nanos >= SHORTEST
                ? OptionalDouble.of(work / done * (last.nanos - first.nanos) / SECOND)
                : OptionalDouble.empty();
    }

    private record Sample(long nanos, double done) {}
}
