package org.fumikura.rag.library;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.fumikura.rag.Passage;

/// What waits to be written, and the batch at hand: whoever adds to it waits while that is too much
/// text. Any number of threads may add, one takes.
///
/// A commit costs about the same for one file as for a hundred, and leaves a segment that has to be
/// merged away. So after each the next batch is gathered for a while if files come thick; the last
/// of them, and a file that comes alone, are written at once, and so is what a person waits for.
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

    /// How often it is looked whether more files come.
    private static final long LOOK = Duration.ofMillis(10).toNanos();

    private final BlockingQueue<IndexWrite> waiting = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(MOST_TEXT, true);

    private final BooleanSupplier filesCome;

    private long gatherUntil = System.nanoTime();

    /// @param filesCome whether files are being read or wait for it
    WriteQueue(BooleanSupplier filesCome) {
        this.filesCome = filesCome;
    }

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
            long left = isPressing(batch) ? 0 : Math.max(0, gatherUntil - System.nanoTime());
            IndexWrite next = waiting.poll(Math.min(LOOK, left), TimeUnit.NANOSECONDS);
            if (next != null) {
                batch.add(next);
            } else if (left == 0) {
                return;
            }
        }
    }

    /// Whether waiting longer would bring nothing, or would let a person wait.
    private boolean isPressing(List<IndexWrite> batch) {
        boolean vectorsAlone = true;
        for (IndexWrite write : batch) {
            switch (write) {
                case IndexWrite.Vectors _ -> {}
                case IndexWrite.Put _,
                        IndexWrite.Recognised _,
                        IndexWrite.Reindex _,
                        IndexWrite.Link _,
                        IndexWrite.Fail _ ->
                        vectorsAlone = false;
                case IndexWrite.Verify _,
                        IndexWrite.Compact _,
                        IndexWrite.Remove _,
                        IndexWrite.Restore _ -> {
                    return true;
                }
            }
        }
        return !vectorsAlone && !filesCome.getAsBoolean();
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
