package org.fumikura.inference.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Holds background work of some workers back while another computes for a person: both use all
/// cores, and neither knows of the other. Shared by the workers of one program; safe for use by
/// several threads.
public final class BackgroundGate {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private int working;

    /// Nobody works yet: the gate is open.
    public BackgroundGate() {}

    /// Whether background work may go on.
    public synchronized boolean isOpen() {
        return working == 0;
    }

    /// Closes the gate until [#leave()] was called as often as this.
    void enter() {
        synchronized (this) {
            working++;
        }
        tell();
    }

    void leave() {
        synchronized (this) {
            working--;
        }
        tell();
    }

    /// @param listener called after each change, on the thread that made it; must not wait
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    void forget(Runnable listener) {
        listeners.remove(listener);
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
