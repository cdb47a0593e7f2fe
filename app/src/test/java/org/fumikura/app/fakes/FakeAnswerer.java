package org.fumikura.app.fakes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.fumikura.rag.answer.Answer;
import org.fumikura.rag.answer.AnswerEvent;
import org.fumikura.rag.answer.Answerer;
import org.fumikura.rag.answer.Language;
import org.fumikura.rag.answer.Question;

/// Answers with the events that a test tells, when it tells them.
public final class FakeAnswerer implements Answerer {
    private final List<Question> drafts = new ArrayList<>();
    private final List<Question> asked = new ArrayList<>();
    private final List<Consumer<AnswerEvent>> listeners = new ArrayList<>();
    private int stops;

    @Override
    public Pending ask(Question question, Consumer<AnswerEvent> listener) {
        asked.add(question);
        listeners.add(listener);
        return new Pending() {
            private final CompletableFuture<Answer> answer = new CompletableFuture<>();

            @Override
            public CompletableFuture<Answer> answer() {
                return answer;
            }

            @Override
            public void stop() {
                stops++;
            }
        };
    }

    @Override
    public CompletableFuture<Optional<String>> translate(String text, Language into) {
        return CompletableFuture.completedFuture(Optional.of(into.tag() + ": " + text));
    }

    @Override
    public void readAhead(Question draft) {
        drafts.add(draft);
    }

    /// The drafts that were read ahead for, in order.
    public List<Question> drafts() {
        return drafts;
    }

    /// The questions asked, in order.
    public List<Question> asked() {
        return asked;
    }

    /// How often an answer was stopped.
    public int stops() {
        return stops;
    }

    /// Goes on with the answer to the last question.
    public void tell(AnswerEvent event) {
        listeners.getLast().accept(event);
    }
}
