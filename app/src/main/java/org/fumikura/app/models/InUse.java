package org.fumikura.app.models;

import org.fumikura.inference.engine.Worker;

/// A model with the process it runs in.
record InUse<M>(String id, M model, Worker worker) {
    ModelState state() {
        return ModelState.of(worker.state());
    }
}
