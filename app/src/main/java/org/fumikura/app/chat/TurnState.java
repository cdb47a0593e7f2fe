package org.fumikura.app.chat;

import java.util.List;
import org.fumikura.app.task.TaskName;
import org.fumikura.app.task.TaskReading;
import org.fumikura.rag.answer.Answer;
import org.fumikura.rag.answer.AnswerSentence;
import org.fumikura.rag.answer.Citation;
import org.fumikura.rag.chat.TurnFile;
import org.fumikura.rag.task.TaskEvent;

/// How far the answer to one question has come.
public sealed interface TurnState {
    /// Passages are being looked for.
    record Searching() implements TurnState {}

    /// The model reads the passages found.
    ///
    /// @param passages how many
    record Reading(int passages) implements TurnState {}

    /// The model is new and is asked what is known, before it reads the passages found.
    ///
    /// @param passages how many it will read
    /// @param done how many questions it has answered
    /// @param all how many there are
    record Trying(int passages, int done, int all) implements TurnState {}

    /// The model thinks before it answers.
    record Thinking() implements TurnState {}

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

    /// A task on documents is being got ready: the documents are fetched, the model loads.
    record Preparing() implements TurnState {}

    /// A task on documents is under way.
    ///
    /// @param progress the part at hand
    record Working(TaskEvent.Progress progress) implements TurnState {}

    /// A task cannot be begun: something it needs was not typed.
    record Incomplete(TaskName task, TaskReading.Need need) implements TurnState {}

    /// The answer is there, whole or stopped, or there is none in the documents.
    ///
    /// @param files what of it can be saved
    record Done(Answer answer, List<TurnFile> files) implements TurnState {
        public Done {
            files = List.copyOf(files);
        }

        /// An answer to a question.
        public Done(Answer answer) {
            this(answer, List.of());
        }
    }

    /// There is no answer because something failed.
    record Failed(RuntimeException fault) implements TurnState {}

    /// Whether nothing more will come.
    default boolean isOver() {
        return this instanceof Done || this instanceof Failed || this instanceof Incomplete;
    }
}
