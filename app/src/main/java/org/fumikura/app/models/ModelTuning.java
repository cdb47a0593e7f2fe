package org.fumikura.app.models;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/// How a person wants models to be run.
///
/// @param contextTokens room for question, evidence, history and answer together; at most what the
///   model was trained for is used
/// @param threads threads for the arithmetic; empty for one a physical core
/// @param gpuLayers layers computed on a graphics processor where there is one; empty for all
/// @param temperature 0 for the likeliest words, which is what checked answers want; above it the
///   choice is freer
/// @param runtime which llama.cpp to use
/// @param idle after so long without a question a model's memory is given back
/// @param adapter a LoRA adapter's GGUF file for the chat model
public record ModelTuning(
        int contextTokens,
        OptionalInt threads,
        OptionalInt gpuLayers,
        double temperature,
        RuntimePreference runtime,
        Duration idle,
        Optional<Path> adapter) {
    /// The smallest context that an answer fits in.
    public static final int LEAST_CONTEXT = 2048;

    /// The largest context that can be asked for.
    public static final int MOST_CONTEXT = 131_072;

    /// The highest temperature.
    public static final double MOST_TEMPERATURE = 2;

    private static final int MOST_THREADS = 256;
    private static final int MOST_LAYERS = 1000;
    private static final int USUAL_CONTEXT = 4096;
    private static final Duration USUAL_IDLE = Duration.ofMinutes(30);
    private static final Duration LONGEST_IDLE = Duration.ofDays(1);
    private static final long SMALL_MACHINE = 5L << 30;

    public ModelTuning {
        require(contextTokens >= LEAST_CONTEXT && contextTokens <= MOST_CONTEXT, "context");
        require(threads.orElse(1) >= 1 && threads.orElse(1) <= MOST_THREADS, "threads");
        require(gpuLayers.orElse(0) >= 0 && gpuLayers.orElse(0) <= MOST_LAYERS, "layers");
        require(temperature >= 0 && temperature <= MOST_TEMPERATURE, "temperature");
        require(idle.isPositive() && idle.compareTo(LONGEST_IDLE) <= 0, "idle time");
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }

    /// What a machine with so many bytes of memory is given when nobody chose.
    public static ModelTuning standard(long memory) {
        return new ModelTuning(
                memory < SMALL_MACHINE ? LEAST_CONTEXT : USUAL_CONTEXT,
                OptionalInt.empty(),
                OptionalInt.empty(),
                0,
                RuntimePreference.FASTEST,
                USUAL_IDLE,
                Optional.empty());
    }

    /// The same on another runtime.
    public ModelTuning withRuntime(RuntimePreference other) {
        return new ModelTuning(
                contextTokens, threads, gpuLayers, temperature, other, idle, adapter);
    }

    /// The same with so many layers on a graphics processor.
    public ModelTuning withGpuLayers(OptionalInt layers) {
        return new ModelTuning(contextTokens, threads, layers, temperature, runtime, idle, adapter);
    }

    /// The same with another context.
    public ModelTuning withContextTokens(int tokens) {
        return new ModelTuning(tokens, threads, gpuLayers, temperature, runtime, idle, adapter);
    }

    /// The same with another number of threads; none for one a physical core.
    public ModelTuning withThreads(OptionalInt count) {
        return new ModelTuning(
                contextTokens, count, gpuLayers, temperature, runtime, idle, adapter);
    }

    /// The same at another temperature.
    public ModelTuning withTemperature(double degree) {
        return new ModelTuning(contextTokens, threads, gpuLayers, degree, runtime, idle, adapter);
    }

    /// The same with another patience before memory is given back.
    public ModelTuning withIdle(Duration patience) {
        return new ModelTuning(
                contextTokens, threads, gpuLayers, temperature, runtime, patience, adapter);
    }

    /// The same with another LoRA adapter, or none.
    public ModelTuning withAdapter(Optional<Path> file) {
        return new ModelTuning(contextTokens, threads, gpuLayers, temperature, runtime, idle, file);
    }
}
