package org.fumikura.app.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Gathers events from other threads and hands them over on the UI thread, in order, at most once a
/// frame: tokens may come faster than frames can be drawn.
public final class FrameBatcher<T> implements Consumer<T> {
    private final UiThread ui;
    private final Consumer<List<T>> sink;
    private final Object lock = new Object();
    private List<T> waiting = new ArrayList<>();

    /// @param sink is called on the UI thread, never with an empty list
    public FrameBatcher(UiThread ui, Consumer<List<T>> sink) {
        this.ui = ui;
        this.sink = sink;
    }

    /// Takes an event; may be called from any thread.
    @Override
    public void accept(T event) {
        boolean first;
        synchronized (lock) {
            first = waiting.isEmpty();
            waiting.add(event);
        }
        if (first) {
            ui.onNextFrame(this::flush);
        }
    }

    private void flush() {
        List<T> batch;
        synchronized (lock) {
            batch = waiting;
            waiting = new ArrayList<>();
        }
        sink.accept(List.copyOf(batch));
    }
}
