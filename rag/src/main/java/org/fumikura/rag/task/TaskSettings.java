package org.fumikura.rag.task;

/// How much a model is given at a time, in tokens.
///
/// @param partTokens of a document, read at once
/// @param blockTokens of a text to write anew
public record TaskSettings(int partTokens, int blockTokens) {
    /// Instructions, requests and what is written take so much of a context at the most.
    private static final int BESIDE = 900;

    /// For a model with a context of so many tokens. More than this at once, and a small model
    /// overlooks what stands in the middle.
    public static TaskSettings within(int contextTokens) {
        return new TaskSettings(
                Math.clamp(contextTokens - BESIDE, 300, 1000),
                Math.clamp((contextTokens - BESIDE) / 2, 200, 400));
    }
}
