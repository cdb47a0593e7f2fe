package org.fumikura.inference.catalog;

/// What a model is for.
public enum ModelRole {
    /// Writes answers.
    CHAT,
    /// Turns text into vectors.
    EMBEDDING,
    /// Scores passages against a question.
    RERANK,
    /// Tells whether a sentence follows from a passage.
    ENTAILMENT
}
