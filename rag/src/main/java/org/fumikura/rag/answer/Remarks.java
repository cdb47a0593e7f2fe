package org.fumikura.rag.answer;

import java.util.List;

/// What is to be said beside an answer.
///
/// @param leftOut sentences that the model wrote and nothing bears out, in order; not part of the
///   answer
public record Remarks(List<AnswerSentence> leftOut) {
    /// Nothing.
    public static final Remarks NONE = new Remarks(List.of());

    public Remarks {
        leftOut = List.copyOf(leftOut);
    }
}
