package org.fumikura.app.models;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.fumikura.inference.catalog.EmbeddingTraits;
import org.fumikura.inference.catalog.ModelEntry;
import org.fumikura.inference.engine.BackgroundGate;
import org.fumikura.inference.engine.LocalChatModel;
import org.fumikura.inference.engine.LocalEmbeddingModel;
import org.fumikura.inference.engine.LocalScoringModel;
import org.fumikura.inference.engine.Worker;
import org.fumikura.inference.engine.WorkerSettings;

/// How a model is run on this machine the way a person wants it.
///
/// @param runtime the current llama.cpp, used where it is installed
/// @param natives where the embedded one's libraries are unpacked
/// @param gate holds embedding in the background back while an answer is written
record Running(LocalRuntime runtime, Path natives, BackgroundGate gate) {
    /// Tokens of question and passage together: more of a passage seldom changes its place, and
    /// takes longer.
    private static final int RERANKED = 256;

    /// Tokens of a passage and what is to follow from it: all that such models were made for.
    private static final int ENTAILED = 512;

    /// A process of its own for a model that writes; it starts with the first call.
    LocalChatModel open(ModelEntry entry, WorkerSettings settings) {
        return new LocalChatModel(new Worker(settings, gate), entry.title());
    }

    /// The same for a model that makes vectors.
    LocalEmbeddingModel openEmbedder(Path file, ModelEntry entry, ModelTuning wanted) {
        EmbeddingTraits traits = entry.embedding().orElseThrow();
        WorkerSettings settings =
                tuned(WorkerSettings.embedding(file, traits.maxTokens(), natives), wanted);
        return new LocalEmbeddingModel(new Worker(settings, gate), entry.id(), traits);
    }

    /// The same for a model that scores pairs.
    LocalScoringModel openScorer(
            ModelCard.Role role, Path file, ModelEntry entry, ModelTuning wanted) {
        int most = role == ModelCard.Role.RERANK ? RERANKED : ENTAILED;
        int tokens = Math.clamp(entry.contextTokens(), 64, most);
        WorkerSettings settings = tuned(WorkerSettings.scoring(file, tokens, natives), wanted);
        return new LocalScoringModel(new Worker(settings, gate), tokens);
    }

    /// How a model that writes is run.
    WorkerSettings chat(Path file, ModelEntry entry, ModelTuning wanted) {
        int context = Math.min(wanted.contextTokens(), entry.contextTokens());
        WorkerSettings tuned =
                tuned(WorkerSettings.chat(file, natives).withContextTokens(context), wanted);
        return wanted.adapter().map(tuned::withAdapter).orElse(tuned);
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
