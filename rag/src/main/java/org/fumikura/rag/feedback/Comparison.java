package org.fumikura.rag.feedback;

import org.fumikura.rag.answer.Answer;

/// Two answers to the same question, and which of them a person preferred without knowing whose
/// they are.
///
/// @param reason why, in the person's words; may be empty
public record Comparison(Contender one, Contender other, Preference preference, String reason) {
    /// One of the two.
    ///
    /// @param side what wrote it, and how, as the person chose it: the same words are the same side
    public record Contender(String side, Answer answer) {}

    /// Which answer is better.
    public enum Preference {
        ONE,
        OTHER,
        /// Both are good.
        BOTH,
        /// Neither is.
        NEITHER
    }
}
