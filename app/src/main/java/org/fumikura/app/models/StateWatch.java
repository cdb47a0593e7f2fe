package org.fumikura.app.models;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.fumikura.inference.catalog.ModelEntry;
import org.jspecify.annotations.Nullable;

/// Looks after the states of the models in use, which no event tells, from [#start()] until it is
/// closed.
final class StateWatch implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(400);

    private final Supplier<List<ModelEntry>> watched;
    private final Function<ModelEntry, ModelState> states;
    private final Consumer<ModelEntry> changed;
    private @Nullable Thread watcher;

    /// @param changed hears of a model whose state is another one than at the look before
    StateWatch(
            Supplier<List<ModelEntry>> watched,
            Function<ModelEntry, ModelState> states,
            Consumer<ModelEntry> changed) {
        this.watched = watched;
        this.states = states;
        this.changed = changed;
    }

    synchronized void start() {
        if (watcher == null) {
            watcher = Thread.ofVirtual().name("model-states").start(this::look);
        }
    }

    private void look() {
        Map<String, ModelState> told = new HashMap<>();
        try {
            while (true) {
                for (ModelEntry entry : watched.get()) {
                    ModelState now = states.apply(entry);
                    ModelState before = told.put(entry.id(), now);
                    if (before != null && !before.equals(now)) {
                        changed.accept(entry);
                    }
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /// Ends the looking and waits for it.
    @Override
    public void close() {
        Thread watching;
        synchronized (this) {
            watching = watcher;
        }
        if (watching == null) {
            return;
        }
        watching.interrupt();
        try {
            watching.join();
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }
}
