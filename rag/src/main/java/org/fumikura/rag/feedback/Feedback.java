package org.fumikura.rag.feedback;

/// What a person thinks of an answer.
///
/// @param reason why, in the person's words; may be empty
/// @param better what the answer should have been; may be empty
public record Feedback(Rating rating, String reason, String better) {
    /// Thumb up or down.
    public enum Rating {
        GOOD,
        BAD
    }
}
