package org.fumikura.rag.library;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// What waits to be read: the most urgent first, among equals the oldest. It holds names, never
/// contents: how much is in memory is bounded by the readers and by the writer, who lets them wait.
/// May be used from any thread.
final class ReadingQueue {
    private final Map<Urgency, Deque<Task>> waiting = new EnumMap<>(Urgency.class);
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

    /// The next task, waiting for one and for the end of a pause.
    synchronized Task take() throws InterruptedException {
        while (true) {
            if (!paused) {
                for (Deque<Task> queue : waiting.values()) {
                    if (!queue.isEmpty()) {
                        Task next = queue.remove();
                        tell();
                        return next;
                    }
                }
            }
            wait();
        }
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

    private void tell() {
        listener.waits(
                !queue(Urgency.NOW).isEmpty(),
                waiting.values().stream().anyMatch(queue -> !queue.isEmpty()));
    }

    private Deque<Task> queue(Urgency urgency) {
        return waiting.computeIfAbsent(urgency, _ -> new ArrayDeque<>());
    }

    /// Who wants to know what waits.
    @FunctionalInterface
    interface Listener {
        /// Called in the order of the changes, on the threads that make them; must not come back to
        /// the queue.
        ///
        /// @param urgent whether what the person named or looks at waits to be read
        /// @param any whether anything does
        void waits(boolean urgent, boolean any);
    }

    /// @param file what is read, if it is one file
    record Task(Optional<Path> file, Runnable work) {
        private boolean isBelow(Collection<Path> paths) {
            return file.filter(one -> paths.stream().anyMatch(one::startsWith)).isPresent();
        }
    }
}
