package org.fumikura.inference.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Calls that wait for a worker: what a person waits for first, otherwise in the order they came.
final class CallQueue {
    private final PriorityQueue<Call> calls = new PriorityQueue<>();
    private final Predicate<Call> mayRun;
    private boolean closed;

    /// @param mayRun whether a call may be taken now; [#wake()] when its answer changes
    CallQueue(Predicate<Call> mayRun) {
        this.mayRun = mayRun;
    }

    /// Adds a call; false if the queue is closed.
    synchronized boolean add(Call call) {
        if (closed) {
            return false;
        }
        calls.add(call);
        notifyAll();
        return true;
    }

    /// The next call that may run, waited for.
    ///
    /// @return nothing if the queue was empty this long, or is closed
    synchronized @Nullable Call take(Duration idle) throws InterruptedException {
        long idleSince = System.nanoTime();
        while (!closed) {
            Call first = calls.peek();
            if (first != null && (first.isCancelled() || mayRun.test(first))) {
                return calls.poll();
            }
            long left = idle.toMillis() - WorkerSession.millisSince(idleSince);
            if (first == null && left <= 0) {
                return null;
            }
            // A call held back waits for its wake-up, however long.
            wait(first == null ? left : 0);
        }
        return null;
    }

    /// Whether a person waits for another call while this one, taken already, is background work.
    synchronized boolean overtakes(Call taken) {
        Call first = calls.peek();
        return first != null && first.urgency().compareTo(taken.urgency()) < 0;
    }

    synchronized void wake() {
        notifyAll();
    }

    /// Takes no more calls.
    ///
    /// @return those that waited
    synchronized List<Call> close() {
        closed = true;
        List<Call> left = new ArrayList<>(calls);
        calls.clear();
        notifyAll();
        return left;
    }
}
