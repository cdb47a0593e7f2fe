package org.fumikura.app.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameBatcherTest {
    private static final class Frames implements UiThread {
        private final List<Runnable> waiting = new ArrayList<>();

        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public void onNextFrame(Runnable task) {
            waiting.add(task);
        }

        @Override
        public Cancellable after(Duration delay, Runnable task) {
            throw new UnsupportedOperationException();
        }

        void pass() {
            List<Runnable> due = List.copyOf(waiting);
            waiting.clear();
            due.forEach(Runnable::run);
        }
    }

    @Test
    void whatComesWithinAFrameIsHandedOverTogetherAndInOrder() {
        Frames frames = new Frames();
        List<List<Integer>> batches = new ArrayList<>();
        FrameBatcher<Integer> batcher = new FrameBatcher<>(frames, batches::add);
        batcher.accept(1);
        batcher.accept(2);
        frames.pass();
        batcher.accept(3);
        frames.pass();
        frames.pass();
        assertEquals(List.of(List.of(1, 2), List.of(3)), batches);
    }

    @Test
    void framesAreAskedForOncePerBatch() {
        Frames frames = new Frames();
        FrameBatcher<Integer> batcher = new FrameBatcher<>(frames, _ -> {});
        for (int i = 0; i < 100; i++) {
            batcher.accept(i);
        }
        assertEquals(1, frames.waiting.size());
    }
}
