package org.fumikura.inference.engine;

import org.fumikura.inference.InferenceException.Code;

class EmbeddedRuntimeTest extends RuntimeContract {
    @Override
    WorkerSettings on(WorkerSettings settings) {
        return settings;
    }

    @Override
    RuntimeKind kind() {
        return RuntimeKind.EMBEDDED;
    }

    @Override
    Code unknownNetwork() {
        return Code.MODEL_BROKEN;
    }
}
