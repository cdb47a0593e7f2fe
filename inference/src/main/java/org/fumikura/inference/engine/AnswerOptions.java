package org.fumikura.inference.engine;

import java.util.Optional;

/// What may be asked of an answer beyond langchain4j's parameters.
///
/// @param grammar GBNF rules, `root` first, that the answer must follow; needs [Capability#GRAMMAR]
/// @param drafting whether next tokens are guessed
public record AnswerOptions(Optional<String> grammar, Drafting drafting) {
    /// Free text, guessed ahead where possible.
    public static final AnswerOptions DEFAULT =
            new AnswerOptions(Optional.empty(), Drafting.LOOKUP);

    /// The same within a grammar.
    public AnswerOptions within(String gbnf) {
        return new AnswerOptions(Optional.of(gbnf), drafting);
    }

    /// The same, one token a step.
    public AnswerOptions withoutDrafting() {
        return new AnswerOptions(grammar, Drafting.NONE);
    }
}
