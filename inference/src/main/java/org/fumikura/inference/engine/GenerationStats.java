package org.fumikura.inference.engine;

/// What one generation took.
///
/// @param promptTokens tokens of the rendered prompt, cached ones included
/// @param work what of it was cached, computed, generated and drafted, and how it ended
/// @param firstTokenMillis from the worker's start on the request to its first token
/// @param totalMillis from the worker's start on the request to its end
record GenerationStats(int promptTokens, Work work, long firstTokenMillis, long totalMillis) {}
