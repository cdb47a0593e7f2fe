package org.fumikura.inference.engine;

import java.util.Optional;

/// What may be asked of an answer beyond langchain4j's parameters.
///
/// @param grammar GBNF rules, `root` first, that the answer must follow; needs [Capability#GRAMMAR]
/// @param drafting whether next tokens are guessed
/// @param thinking whether a model that thinks may; within a grammar none does
public record AnswerOptions(Optional<String> grammar, Drafting drafting, Thinking thinking) {
    /// Free text, guessed ahead where possible.
    public static final AnswerOptions DEFAULT =
            new AnswerOptions(Optional.empty(), Drafting.LOOKUP, Thinking.FREE);

    /// The same within a grammar.
    public AnswerOptions within(String gbnf) {
        return new AnswerOptions(Optional.of(gbnf), drafting, Thinking.NONE);
    }

    /// The same, one token a step.
    public AnswerOptions withoutDrafting() {
        return new AnswerOptions(grammar, Drafting.NONE, thinking);
    }

    /// The same without thoughts: for short replies, which a thought would leave no room for.
    public AnswerOptions atOnce() {
        return new AnswerOptions(grammar, drafting, Thinking.NONE);
    }

    /// Whether a model thinks before it answers.
    public enum Thinking {
        /// As it is used to.
        FREE,
        /// It is told that it has.
        NONE
    }
}
