package org.fumikura.inference.engine;

import org.jspecify.annotations.Nullable;

/// What a native runtime needs to know to load a model.
///
/// @param file absolute path of the model's file
/// @param task what it is loaded for
/// @param contextTokens room for prompt and answer together; an embedder's longest input
/// @param threads threads for the arithmetic
/// @param adapter absolute path of a LoRA adapter to apply, if any
/// @param gpuLayers layers computed on a graphics processor; null for all
public record ModelLoad(
        String file,
        WorkerSettings.Task task,
        int contextTokens,
        int threads,
        @Nullable String adapter,
        @Nullable Integer gpuLayers) {}
