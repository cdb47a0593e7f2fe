package org.fumikura.rag.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.Span;
import org.fumikura.rag.index.IndexSettings;
import org.fumikura.rag.index.LucenePassageIndex;
import org.fumikura.rag.index.PassageIndex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class WriteQueueTest {
    @TempDir private Path folder;
    private PassageIndex index;
    private Lull lull;
    private final AtomicBoolean filesCome = new AtomicBoolean(true);
    private final WriteQueue queue = new WriteQueue(filesCome::get);

    @BeforeEach
    void open() {
        index = LucenePassageIndex.open(folder, new IndexSettings("none", 4, 1));
        lull = new Lull(index, Duration.ofMinutes(1), new Object());
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void whatComesSoonAfterACommitIsGathered() throws Exception {
        queue.committed(TimeUnit.HOURS.toNanos(1));
        queue.put(write(1));
        Thread later = Thread.startVirtualThread(() -> put(write(2)));
        assertEquals(2, queue.take(lull).size());
        later.join();
    }

    @Test
    void whatComesAloneIsTakenAlone() throws Exception {
        queue.put(write(1));
        assertEquals(1, queue.take(lull).size());
    }

    @Test
    void theLastFileIsNotWaitedFor() throws Exception {
        queue.committed(TimeUnit.HOURS.toNanos(1));
        queue.put(write(1));
        queue.put(write(2));
        Thread reading = onceTakingWaits(() -> filesCome.set(false));
        assertEquals(2, queue.take(lull).size());
        reading.join();
    }

    @Test
    void vectorsAreGatheredWhetherFilesComeOrNot() throws Exception {
        filesCome.set(false);
        queue.committed(TimeUnit.HOURS.toNanos(1));
        queue.put(new IndexWrite.Vectors(List.of(), List.of()));
        Thread later = onceTakingWaits(() -> put(write(1)));
        assertEquals(2, queue.take(lull).size());
        later.join();
    }

    @Test
    void aPersonsWishIsNotGatheredFor() throws Exception {
        queue.committed(TimeUnit.HOURS.toNanos(1));
        queue.put(write(1));
        queue.put(new IndexWrite.Compact(new CompletableFuture<>()));
        assertEquals(2, queue.take(lull).size());
    }

    @Test
    void moreTextThanThereIsRoomForWaitsUntilTheBatchIsDoneWith() throws Exception {
        queue.put(write(3_000_000));
        List<IndexWrite> large = queue.take(lull);
        var next = new CompletableFuture<Void>();
        Thread adding =
                Thread.startVirtualThread(() -> {
                    put(write(1));
                    next.complete(null);
                });
        while (adding.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertFalse(next.isDone());
        queue.release(large);
        next.join();
        assertEquals(1, queue.take(lull).size());
    }

    @Test
    void anInterruptWhileGatheringLosesNothing() throws Exception {
        queue.committed(TimeUnit.HOURS.toNanos(1));
        queue.put(write(1));
        Thread taking = Thread.currentThread();
        Thread closing = onceTakingWaits(taking::interrupt);
        assertEquals(1, queue.take(lull).size());
        assertTrue(Thread.interrupted());
        closing.join();
    }

    /// Does something as soon as the current thread waits for more.
    private static Thread onceTakingWaits(Runnable then) {
        Thread taking = Thread.currentThread();
        return Thread.startVirtualThread(() -> {
            while (taking.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            then.run();
        });
    }

    private void put(IndexWrite write) {
        try {
            queue.put(write);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static IndexWrite write(int characters) {
        var id = new DocumentId("1".repeat(64));
        String text = "蜂".repeat(characters);
        var passage =
                new Passage(new PassageId(id, 1, 0), 1, new Span(0, characters), List.of(), text);
        return new IndexWrite.Recognised(
                Path.of("a.pdf"),
                FileStamp.NONE,
                id,
                Optional.empty(),
                List.of(passage),
                List.of(),
                "",
                new CompletableFuture<>());
    }
}
