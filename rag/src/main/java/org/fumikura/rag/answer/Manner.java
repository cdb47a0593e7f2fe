package org.fumikura.rag.answer;

import java.util.List;
import java.util.Optional;

/// How a person wants a question answered.
///
/// @param grounding what the answer may rest on
/// @param language the language to answer in; empty for that of the question
/// @param principles what the answer is held against, and written anew by, before it is shown;
///   usually none
public record Manner(Grounding grounding, Optional<Language> language, List<String> principles) {
    /// From the documents alone, in the language of the question.
    public static final Manner USUAL = new Manner(Grounding.STRICT, Optional.empty(), List.of());

    public Manner {
        principles = List.copyOf(principles);
    }

    /// Whether an answer may be cut down to the words that were asked for: what may hold the
    /// model's own knowledge, or is written by principles, is shown as it was written.
    boolean cutsDown() {
        return grounding == Grounding.STRICT && principles.isEmpty();
    }
}
