package org.fumikura.app.models;

import org.fumikura.inference.engine.Worker;

/// Where one model stands, from not being on this machine to answering.
public sealed interface ModelState {
    /// Not on this machine; a part of it may be, and fetching goes on from there.
    record Missing() implements ModelState {}

    /// Coming.
    ///
    /// @param done bytes so far
    /// @param total bytes in all, or 0 if not known
    record Fetching(long done, long total) implements ModelState {}

    /// All bytes are here and are being checked and put together.
    record Checking() implements ModelState {}

    /// On this machine, whole, and not in memory: it is loaded when first needed.
    record Installed() implements ModelState {}

    /// Being read into memory.
    record Loading() implements ModelState {}

    /// In memory, answering.
    record Ready() implements ModelState {}

    /// Getting or loading it failed. What was fetched is kept; fetching again goes on from there.
    record Failed(RuntimeException fault) implements ModelState {}

    /// What the state of an installed model's process comes to.
    static ModelState of(Worker.State process) {
        return switch (process) {
            case STOPPED -> new Installed();
            case LOADING -> new Loading();
            case READY, BUSY -> new Ready();
        };
    }
}
