package org.fumikura.app.chat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.fumikura.app.fx.Lanes;
import org.fumikura.app.fx.UiThread.Cancellable;
import org.fumikura.app.task.TaskLine;
import org.fumikura.app.template.Templates;
import org.fumikura.rag.answer.Exchange;
import org.fumikura.rag.answer.Grounding;
import org.fumikura.rag.query.Query;
import org.fumikura.rag.query.QueryReading;

/// What is typed and not yet asked: the ways to go on with it, and reading ahead for it. On the UI
/// thread.
public final class DraftViewModel {
    /// A pause in typing: shorter ones come between the letters of a word.
    private static final Duration PAUSE = Duration.ofMillis(350);

    /// From this length on a draft may say what is asked for.
    private static final int TAKING_SHAPE = 4;

    private final Lanes lanes;
    private final Asking asking;
    private final ScopeViewModel scope;
    private final Calls calls;
    private final Supplier<Optional<Moment>> moment;
    private final StringProperty text = new SimpleStringProperty("");
    private Cancellable pause = () -> {};

    /// What a question would be asked in now.
    record Moment(List<Exchange> history, Grounding grounding) {}

    /// @param moment empty while another question is being answered
    DraftViewModel(
            Lanes lanes,
            Asking asking,
            ScopeViewModel scope,
            Calls calls,
            Supplier<Optional<Moment>> moment) {
        this.lanes = lanes;
        this.asking = asking;
        this.scope = scope;
        this.calls = calls;
        this.moment = moment;
        text.subscribe(this::typed);
    }

    /// What is typed.
    public StringProperty text() {
        return text;
    }

    /// The ways to go on with what is typed, told to `found`.
    void complete(String typed, int caret, Consumer<List<Completion>> found) {
        Templates templates = calls.templates().get();
        if (typed.startsWith("/") || typed.startsWith("／")) {
            lanes.fetch(
                    () -> Completion.of(typed, caret, calls.tasks().files(), templates),
                    found,
                    _ -> found.accept(List.of()));
        } else {
            found.accept(List.of());
        }
    }

    /// Takes what is typed away, to ask it.
    String take() {
        String question = text.get().strip();
        text.set("");
        return question;
    }

    /// Nothing more is read ahead for what is typed.
    void settle() {
        pause.cancel();
    }

    private void typed(String typed) {
        pause.cancel();
        String question = typed.strip();
        if (question.length() >= TAKING_SHAPE
                && moment.get().isPresent()
                && TaskLine.read(question).isEmpty()) {
            pause = lanes.ui().after(PAUSE, () -> readAhead(question));
        }
    }

    private void readAhead(String question) {
        Optional<String> collection = scope.chosen().get();
        moment.get()
                .ifPresent(now -> lanes.work().execute(() -> readAhead(question, collection, now)));
    }

    private void readAhead(String question, Optional<String> collection, Moment now) {
        if (Query.read(question) instanceof QueryReading.Understood
                && asking.mayReadAhead().getAsBoolean()) {
            asking.answerer()
                    .readAhead(
                            scope.question(
                                    question,
                                    collection,
                                    now.history(),
                                    asking.manners().apply(now.grounding())));
        }
    }
}
