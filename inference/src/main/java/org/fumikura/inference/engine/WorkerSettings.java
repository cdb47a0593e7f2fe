package org.fumikura.inference.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/// How to run one model in a worker.
///
/// @param model the model's GGUF file
/// @param task what the model is loaded for
/// @param contextTokens room for prompt and answer together; an embedder's longest input
/// @param threads threads for the arithmetic
/// @param nativeFolder folder of this program's own where native libraries are unpacked, created if
///   missing; the runtime's loader deletes files in it
/// @param runtimeFolder folder that holds the shared libraries of a current llama.cpp; without it,
///   or where they do not work, the embedded runtime is used
/// @param adapter a LoRA adapter's GGUF file to apply to the model
/// @param gpuLayers layers computed on a graphics processor where there is one; empty for all
/// @param loadTimeout after this the worker counts as hung and is ended
/// @param idleTimeout after this without a call the worker is ended to give its memory back; the
///   next call loads the model again
public record WorkerSettings(
        Path model,
        Task task,
        int contextTokens,
        int threads,
        Path nativeFolder,
        Optional<Path> runtimeFolder,
        Optional<Path> adapter,
        OptionalInt gpuLayers,
        Duration loadTimeout,
        Duration idleTimeout) {

    /// What a model is loaded for.
    public enum Task {
        /// Chat: templates, generation, prompt cache.
        GENERATE,
        /// Vectors, mean pooling as the file says.
        EMBED,
        /// Scores of passages against questions, by a model whose file says so.
        SCORE
    }

    /// Room for prompt and answer when nobody chose.
    public static final int DEFAULT_CONTEXT_TOKENS = 4096;

    private static final Duration LOAD_TIMEOUT = Duration.ofMinutes(3);
    private static final Duration IDLE_TIMEOUT = Duration.ofMinutes(30);

    public WorkerSettings {
        if (contextTokens < 64 || threads < 1) {
            throw new IllegalArgumentException("context " + contextTokens + ", threads " + threads);
        }
    }

    /// A chat model with the default context, on all physical cores, in the embedded runtime.
    public static WorkerSettings chat(Path model, Path nativeFolder) {
        return of(model, Task.GENERATE, DEFAULT_CONTEXT_TOKENS, nativeFolder);
    }

    /// An embedder of inputs up to `maxTokens`, on all physical cores, in the embedded runtime.
    public static WorkerSettings embedding(Path model, int maxTokens, Path nativeFolder) {
        return of(model, Task.EMBED, Math.max(64, maxTokens), nativeFolder);
    }

    /// A reranker of questions with passages up to `maxTokens` together, on all physical cores.
    public static WorkerSettings scoring(Path model, int maxTokens, Path nativeFolder) {
        return of(model, Task.SCORE, Math.max(64, maxTokens), nativeFolder);
    }

    private static WorkerSettings of(Path model, Task task, int tokens, Path nativeFolder) {
        return new WorkerSettings(
                model,
                task,
                tokens,
                PhysicalCores.count(),
                nativeFolder,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                LOAD_TIMEOUT,
                IDLE_TIMEOUT);
    }

    /// The same with another context length.
    public WorkerSettings withContextTokens(int tokens) {
        return copy(tokens, threads, runtimeFolder, adapter, gpuLayers, loadTimeout, idleTimeout);
    }

    /// The same with another number of threads.
    public WorkerSettings withThreads(int count) {
        return copy(
                contextTokens, count, runtimeFolder, adapter, gpuLayers, loadTimeout, idleTimeout);
    }

    /// The same on the current llama.cpp whose libraries lie in this folder, where that works.
    public WorkerSettings withRuntimeFolder(Path folder) {
        return copy(
                contextTokens,
                threads,
                Optional.of(folder),
                adapter,
                gpuLayers,
                loadTimeout,
                idleTimeout);
    }

    /// The same with a LoRA adapter.
    public WorkerSettings withAdapter(Path file) {
        return copy(
                contextTokens,
                threads,
                runtimeFolder,
                Optional.of(file),
                gpuLayers,
                loadTimeout,
                idleTimeout);
    }

    /// The same with other timeouts.
    public WorkerSettings withTimeouts(Duration load, Duration idle) {
        return copy(contextTokens, threads, runtimeFolder, adapter, gpuLayers, load, idle);
    }

    /// The same with so many layers on a graphics processor.
    public WorkerSettings withGpuLayers(int layers) {
        return copy(
                contextTokens,
                threads,
                runtimeFolder,
                adapter,
                OptionalInt.of(layers),
                loadTimeout,
                idleTimeout);
    }

    private WorkerSettings copy(
            int tokens,
            int count,
            Optional<Path> runtime,
            Optional<Path> lora,
            OptionalInt layers,
            Duration load,
            Duration idle) {
        return new WorkerSettings(
                model, task, tokens, count, nativeFolder, runtime, lora, layers, load, idle);
    }
}
