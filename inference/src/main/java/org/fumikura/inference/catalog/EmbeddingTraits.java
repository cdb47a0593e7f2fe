package org.fumikura.inference.catalog;

/// How an embedder wants its input.
///
/// @param dimension length of its vectors
/// @param maxTokens longest input in tokens, special ones included; longer text is cut
/// @param queryPrefix what goes before a question, may be empty
/// @param passagePrefix what goes before a passage, may be empty
public record EmbeddingTraits(
        int dimension, int maxTokens, String queryPrefix, String passagePrefix) {
    public EmbeddingTraits {
        if (dimension < 1 || maxTokens < 3) {
            throw new IllegalArgumentException("dimension " + dimension + ", tokens " + maxTokens);
        }
    }
}
