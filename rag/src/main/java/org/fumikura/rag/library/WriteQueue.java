package org.fumikura.rag.library;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.fumikura.rag.Passage;

/// What waits to be written, and the batch at hand: whoever adds to it waits while that is too much
/// text. Any number of threads may add, one takes.
///
/// A commit costs about the same for one file as for a hundred, and leaves a segment that has to be
/// merged away. So after each the next batch is gathered for a while if files come thick; a file
/// that comes alone is written at once.
final class WriteQueue {
    /// Characters of text that are under way.
    private static final int MOST_TEXT = 2_000_000;

    private static final int MOST_ENTRIES = 512;

    /// A vector takes as much memory as so many characters.
    private static final int VECTOR = 800;

    /// Commits may take one part in so many of the time.
    private static final int COMMIT_SHARE = 10;

    /// Nobody notices that a file is searchable later by this.
    private static final Duration LONGEST_GATHERING = Duration.ofSeconds(1);

    private final BlockingQueue<IndexWrite> waiting = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(MOST_TEXT, true);

    private long gatherUntil = System.nanoTime();

    void put(IndexWrite write) throws InterruptedException {
        room.acquire(size(write));
        waiting.put(write);
    }

    /// Waits for the first of the next batch, takes the rest along, and may gather more. If it is
    /// interrupted in that, it returns what it has, and the thread stays interrupted.
    ///
    /// @throws InterruptedException if it has nothing
    List<IndexWrite> take(Lull lull) throws InterruptedException {
        List<IndexWrite> batch = new ArrayList<>();
        batch.add(lull.next(waiting));
        try {
            gather(batch);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
        return batch;
    }

    private void gather(List<IndexWrite> batch) throws InterruptedException {
        while (batch.size() < MOST_ENTRIES) {
            long left = Math.max(0, gatherUntil - System.nanoTime());
            IndexWrite next = waiting.poll(left, TimeUnit.NANOSECONDS);
            if (next == null) {
                return;
            }
            batch.add(next);
        }
    }

    /// The batch is done with: there is room again.
    void release(List<IndexWrite> batch) {
        batch.forEach(write -> room.release(size(write)));
    }

    /// A commit took this long.
    void committed(long nanos) {
        gatherUntil =
                System.nanoTime()
                        + Math.min(LONGEST_GATHERING.toNanos(), nanos * (COMMIT_SHARE - 1));
    }

    /// Gives up all that waits.
    List<IndexWrite> drain() {
        List<IndexWrite> left = new ArrayList<>();
        waiting.drainTo(left);
        release(left);
        return left;
    }

    private static int size(IndexWrite write) {
        long size =
                switch (write) {
                    case IndexWrite.Put put -> text(put.passages());
                    case IndexWrite.Recognised read -> text(read.passages());
                    case IndexWrite.Reindex again -> text(again.passages());
                    case IndexWrite.Vectors made -> (long) made.vectors().size() * VECTOR;
                    case IndexWrite.Link _,
                            IndexWrite.Fail _,
                            IndexWrite.Verify _,
                            IndexWrite.Compact _,
                            IndexWrite.Remove _,
                            IndexWrite.Restore _ ->
                            0L;
                };
        // One that is larger than all there is room for goes alone.
        return (int) Math.clamp(size, MOST_TEXT / MOST_ENTRIES, MOST_TEXT);
    }

    private static long text(List<Passage> passages) {
        return passages.stream().mapToLong(passage -> passage.text().length()).sum();
    }
}
