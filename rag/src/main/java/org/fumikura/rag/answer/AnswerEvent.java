package org.fumikura.rag.answer;

import java.util.List;

/// An answer in the making, in this order: `Understood` where there is something to say of it,
/// `Found`, any number of `Trying` if the model is new, `CheckedByWords` if it cannot judge, any
/// number of `Thought`, `Draft` and `Checked`, one `Finished` or `Failed`.
public sealed interface AnswerEvent {
    /// The question leans on the turns before it and was understood as another one.
    record Understood(String question) implements AnswerEvent {}

    /// Passages were found; the model starts reading them.
    record Found(List<Hit> hits) implements AnswerEvent {
        public Found {
            hits = List.copyOf(hits);
        }
    }

    /// Before its first answer a model is asked what is known, to learn how far its opinion counts.
    ///
    /// @param done how many of these questions it has answered
    /// @param all how many there are
    record Trying(int done, int all) implements AnswerEvent {}

    /// Sentences are checked by words, numbers and names alone: the model's opinion of them tells
    /// nothing, or cannot be asked for.
    record CheckedByWords() implements AnswerEvent {}

    /// More of what the model thinks before it answers. Nothing checks it, and it is no part of the
    /// answer.
    record Thought(String more) implements AnswerEvent {}

    /// More of the sentence being written: the whole unfinished sentence so far, not yet checked.
    /// Where only what the documents say may be shown, it is a sign of life and no more.
    record Draft(String text) implements AnswerEvent {}

    /// A sentence is written and checked. It takes the place of the draft. In an answer from the
    /// documents alone only sentences that say what the documents say, word by word, are told
    /// before the answer is complete.
    ///
    /// @param citations those that were not yet told
    record Checked(AnswerSentence sentence, List<Citation> citations) implements AnswerEvent {
        public Checked {
            citations = List.copyOf(citations);
        }
    }

    /// The answer is complete; it takes the place of all that came before.
    record Finished(Answer answer) implements AnswerEvent {}

    /// There will be no answer. The fault is of this module or of the model's.
    record Failed(RuntimeException fault) implements AnswerEvent {}
}
