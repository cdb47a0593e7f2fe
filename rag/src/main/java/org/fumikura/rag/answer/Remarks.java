package org.fumikura.rag.answer;

import java.util.List;
import java.util.Optional;
import org.fumikura.rag.library.Source;

/// What is to be said beside an answer.
///
/// @param understood what the question was understood as, where it leant on the turns before it;
///   else empty
/// @param before the answer before it was held against the person's principles and written anew;
///   empty if it was not
/// @param leftOut sentences that the model wrote and nothing bears out, in order; not part of the
///   answer
/// @param contradictions where documents found for the question do not say the same
/// @param alternatives the two that the question asks to choose from, each with what is said of it,
///   where an answer to such a question was given; else none
/// @param thoughts what the model thought before it answered, checked by nobody; empty if nothing
/// @param readWhole the document that was read from beginning to end, where a short one was
public record Remarks(
        String understood,
        String before,
        List<AnswerSentence> leftOut,
        List<Contradiction> contradictions,
        List<Alternative> alternatives,
        String thoughts,
        Optional<Source> readWhole) {
    /// Nothing.
    public static final Remarks NONE =
            new Remarks("", "", List.of(), List.of(), List.of(), "", Optional.empty());

    public Remarks {
        leftOut = List.copyOf(leftOut);
        contradictions = List.copyOf(contradictions);
        alternatives = List.copyOf(alternatives);
    }
}
