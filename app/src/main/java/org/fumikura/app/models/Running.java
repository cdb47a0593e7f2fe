package org.fumikura.app.models;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.fumikura.inference.catalog.ModelEntry;
import org.fumikura.inference.engine.WorkerSettings;

/// How a model is run on this machine the way a person wants it.
///
/// @param runtime the current llama.cpp, used where it is installed
/// @param natives where the embedded one's libraries are unpacked
record Running(LocalRuntime runtime, Path natives) {
    /// A model that writes.
    WorkerSettings chat(Path file, ModelEntry entry, ModelTuning wanted) {
        int context = Math.min(wanted.contextTokens(), entry.contextTokens());
        WorkerSettings tuned =
                tuned(WorkerSettings.chat(file, natives).withContextTokens(context), wanted);
        return wanted.adapter().map(tuned::withAdapter).orElse(tuned);
    }

    /// A model that makes vectors.
    WorkerSettings embedding(Path file, ModelEntry entry, ModelTuning wanted) {
        int longest = entry.embedding().orElseThrow().maxTokens();
        return tuned(WorkerSettings.embedding(file, longest, natives), wanted);
    }

    private WorkerSettings tuned(WorkerSettings settings, ModelTuning wanted) {
        WorkerSettings timed =
                settings.withThreads(wanted.threads().orElse(settings.threads()))
                        .withTimeouts(settings.loadTimeout(), wanted.idle());
        OptionalInt layers = wanted.gpuLayers();
        WorkerSettings tuned = layers.isPresent() ? timed.withGpuLayers(layers.getAsInt()) : timed;
        return switch (wanted.runtime()) {
            case FASTEST ->
                    runtime.installed()
                            .map(current -> tuned.withRuntimeFolder(current.folder()))
                            .orElse(tuned);
            case EMBEDDED -> tuned;
        };
    }
}
