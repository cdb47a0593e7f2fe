package org.fumikura.rag.library;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// What waits to be read, the most urgent first, among equals the oldest, and how much is being
/// read. It holds names, never contents: how much is in memory is bounded by the readers and by the
/// writer, who lets them wait. May be used from any thread.
final class ReadingQueue {
    private final Map<Urgency, Deque<Task>> waiting = new EnumMap<>(Urgency.class);
    private final Map<Urgency, Integer> atWork = new EnumMap<>(Urgency.class);
    private final Listener listener;
    private boolean paused;

    /// @param listener hears of every change
    ReadingQueue(Listener listener) {
        this.listener = listener;
    }

    /// Adds a task behind those of the same urgency.
    synchronized void add(Urgency urgency, Task task) {
        queue(urgency).add(task);
        tell();
        notifyAll();
    }

    /// Runs the next task, waiting for one and for the end of a pause.
    void runNext() throws InterruptedException {
        Taken taken = take();
        try {
            taken.task.work().run();
        } finally {
            finish(taken.urgency);
        }
    }

    private synchronized Taken take() throws InterruptedException {
        while (true) {
            if (!paused) {
                for (Map.Entry<Urgency, Deque<Task>> queue : waiting.entrySet()) {
                    if (!queue.getValue().isEmpty()) {
                        Urgency urgency = queue.getKey();
                        Task next = queue.getValue().remove();
                        atWork.merge(urgency, 1, Integer::sum);
                        tell();
                        return new Taken(urgency, next);
                    }
                }
            }
            wait();
        }
    }

    private synchronized void finish(Urgency urgency) {
        atWork.merge(urgency, -1, Integer::sum);
        tell();
    }

    /// Reads the files at or below these paths next, those of them that wait, in their order.
    synchronized void prefer(Collection<Path> paths) {
        var chosen = new ArrayList<Task>();
        for (Deque<Task> queue : waiting.values()) {
            queue.removeIf(task -> task.isBelow(paths) && chosen.add(task));
        }
        chosen.reversed().forEach(queue(Urgency.NOW)::addFirst);
        tell();
    }

    /// From now on nothing is taken.
    synchronized void pause() {
        paused = true;
    }

    /// The end of a pause.
    synchronized void goOn() {
        paused = false;
        notifyAll();
    }

    /// Whether anything is being read or waits for it.
    synchronized boolean isBusy() {
        return Arrays.stream(Urgency.values()).anyMatch(this::isBusy);
    }

    private boolean isBusy(Urgency urgency) {
        return !queue(urgency).isEmpty() || atWork.getOrDefault(urgency, 0) > 0;
    }

    private void tell() {
        listener.changed(isBusy(Urgency.NOW), isBusy());
    }

    private Deque<Task> queue(Urgency urgency) {
        return waiting.computeIfAbsent(urgency, _ -> new ArrayDeque<>());
    }

    private record Taken(Urgency urgency, Task task) {}

    /// Who wants to know what is left to do.
    @FunctionalInterface
    interface Listener {
        /// Called in the order of the changes, on the threads that make them; must not come back to
        /// the queue.
        ///
        /// @param urgent whether what the person named or looks at is being read or waits for it
        /// @param any whether anything is or does
        void changed(boolean urgent, boolean any);
    }

    /// @param file what is read, if it is one file
    record Task(Optional<Path> file, Runnable work) {
        private boolean isBelow(Collection<Path> paths) {
            return file.filter(one -> paths.stream().anyMatch(one::startsWith)).isPresent();
        }
    }
}
