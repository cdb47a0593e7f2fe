package org.fumikura.inference.engine;

/// What one generation took.
///
/// @param promptTokens tokens of the rendered prompt, cached ones included
/// @param cachedTokens tokens at its beginning that were still in the cache and cost nothing
/// @param generatedTokens tokens of the answer
/// @param firstTokenMillis from the worker's start on the request to its first token
/// @param totalMillis from the worker's start on the request to its end
record GenerationStats(
        int promptTokens,
        int cachedTokens,
        int generatedTokens,
        long firstTokenMillis,
        long totalMillis) {}
