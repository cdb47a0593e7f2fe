package org.fumikura.rag.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadingQueueTest {
    private final List<String> done = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final ReadingQueue queue =
            new ReadingQueue((urgent, any) -> told.add(urgent + " " + any));

    @Test
    void everyChangeOfWhatIsLeftIsTold() throws InterruptedException {
        add(Urgency.SOON, "folder");
        add(Urgency.NOW, "named");
        run(2);
        assertEquals(
                List.of(
                        "false true",
                        "true true",
                        // The named file is begun with, then done; the folder too.
                        "true true",
                        "false true",
                        "false true",
                        "false false"),
                told);
        assertFalse(queue.isBusy());
    }

    @Test
    void urgentTasksComeFirstAndEqualsInTheirOrder() throws InterruptedException {
        add(Urgency.LATER, "found");
        add(Urgency.SOON, "folder, first");
        add(Urgency.SOON, "folder, second");
        add(Urgency.NOW, "named");
        run(4);
        assertEquals(List.of("named", "folder, first", "folder, second", "found"), done);
    }

    @Test
    void preferredFileComesNextAndOnce() throws InterruptedException {
        add(Urgency.SOON, "first");
        add(Urgency.SOON, "second");
        add(Urgency.LATER, "looked at");
        add(Urgency.NOW, "named");
        queue.prefer(List.of(Path.of("looked at")));
        queue.prefer(List.of(Path.of("not there")));
        run(4);
        assertEquals(List.of("looked at", "named", "first", "second"), done);
    }

    @Test
    void preferredFolderComesNextInItsOrder() throws InterruptedException {
        add(Urgency.SOON, "other/first");
        add(Urgency.LATER, "asked/second");
        add(Urgency.LATER, "asked/third");
        queue.prefer(List.of(Path.of("asked")));
        run(3);
        assertEquals(List.of("asked/second", "asked/third", "other/first"), done);
    }

    @Test
    void nothingIsTakenDuringAPause() throws Exception {
        queue.pause();
        add(Urgency.NOW, "named");
        Thread taker =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                queue.runNext();
                            } catch (InterruptedException interrupt) {
                                Thread.currentThread().interrupt();
                            }
                        });
        while (taker.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertEquals(List.of(), done);

        queue.goOn();
        taker.join(Duration.ofSeconds(30));
        assertEquals(List.of("named"), done);
    }

    private void add(Urgency urgency, String name) {
        queue.add(urgency, new ReadingQueue.Task(Optional.of(Path.of(name)), () -> done.add(name)));
    }

    private void run(int tasks) throws InterruptedException {
        for (int i = 0; i < tasks; i++) {
            queue.runNext();
        }
    }
}
