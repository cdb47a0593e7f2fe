package org.fumikura.rag.answer;

/// How long an answer took, in milliseconds, and how many tokens it needed. Zero where nothing was
/// generated.
///
/// @param firstTokenMs from the question to the first word of the answer
/// @param promptTokens tokens of the whole prompt
/// @param cachedTokens those of them that were already in the model's cache
public record Timings(
        long retrieveMs,
        long firstTokenMs,
        long totalMs,
        int promptTokens,
        int cachedTokens,
        int generatedTokens) {}
