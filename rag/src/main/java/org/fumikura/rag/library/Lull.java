package org.fumikura.rag.library;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.fumikura.rag.index.PassageIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The time between two writes, in which the index is merged if it lasts. For the writing thread.
///
/// @param index borrowed
/// @param after the time without a write after which no other is expected
/// @param writing held while the index is written to
record Lull(PassageIndex index, Duration after, Object writing) {
    private static final Logger LOG = LoggerFactory.getLogger(Lull.class);

    /// Waits for the next of `queue`.
    <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        for (boolean goOn = true; goOn; goOn = settle()) {
            T next = queue.poll(after.toMillis(), TimeUnit.MILLISECONDS);
            if (next != null) {
                return next;
            }
        }
        return queue.take();
    }

    /// A merge that fails leaves everything as it was.
    private boolean settle() {
        synchronized (writing) {
            try {
                return !Thread.currentThread().isInterrupted() && index.settle();
            } catch (RuntimeException fault) {
                LOG.warn("The index was not merged: {}", fault.getClass().getSimpleName());
                return false;
            }
        }
    }
}
