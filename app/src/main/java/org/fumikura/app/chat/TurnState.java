package org.fumikura.app.chat;

import java.util.List;
import org.fumikura.rag.answer.Answer;
import org.fumikura.rag.answer.AnswerSentence;
import org.fumikura.rag.answer.Citation;

/// How far the answer to one question has come.
public sealed interface TurnState {
    /// Passages are being looked for.
    record Searching() implements TurnState {}

    /// The model reads the passages found.
    ///
    /// @param passages how many
    record Reading(int passages) implements TurnState {}

    /// The answer is being written.
    ///
    /// @param sentences the sentences written and checked
    /// @param draft the sentence being written, not yet checked; empty where such are not shown
    record Writing(List<AnswerSentence> sentences, List<Citation> citations, String draft)
            implements TurnState {
        public Writing {
            sentences = List.copyOf(sentences);
            citations = List.copyOf(citations);
        }
    }

    /// The answer is there, whole or stopped, or there is none in the documents.
    record Done(Answer answer) implements TurnState {}

    /// There is no answer because something failed.
    record Failed(RuntimeException fault) implements TurnState {}

    /// Whether nothing more will come.
    default boolean isOver() {
        return this instanceof Done || this instanceof Failed;
    }
}
