package org.fumikura.inference.engine;

/// What a native runtime needs to know to load a model.
///
/// @param file absolute path of the model's file
/// @param task what it is loaded for
/// @param contextTokens room for prompt and answer together; an embedder's longest input
/// @param threads threads for the arithmetic
/// @param nativeFolder folder of this process's own to unpack native libraries in
public record ModelLoad(
        String file,
        WorkerSettings.Task task,
        int contextTokens,
        int threads,
        String nativeFolder) {}
