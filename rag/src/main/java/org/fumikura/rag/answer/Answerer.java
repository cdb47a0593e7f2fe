package org.fumikura.rag.answer;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Answers questions from the library, and from nothing else.
public interface Answerer {
    /// Starts answering and returns at once. `listener` hears the events one at a time, in order,
    /// on the answerer's threads.
    Pending ask(Question question, Consumer<AnswerEvent> listener);

    /// Lets the model translate a quotation, after what was asked before; empty if it does not.
    /// Nothing checks what it writes.
    CompletableFuture<Optional<String>> translate(String text, Language into);

    /// Reads ahead for a question that is still being typed, so that its answer begins sooner:
    /// finds its passages and lets the model read them. Returns at once; the latest draft counts,
    /// and a question that is asked ends it. Faults only mean that nothing is gained.
    void readAhead(Question draft);

    /// An answer under way.
    interface Pending {
        /// The answer; fails with the fault that [AnswerEvent.Failed] told.
        CompletableFuture<Answer> answer();

        /// Stops at once. The answer completes with what was written.
        void stop();
    }
}
