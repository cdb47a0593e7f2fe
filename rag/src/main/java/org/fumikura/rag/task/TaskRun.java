package org.fumikura.rag.task;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.fumikura.rag.answer.GroundedAnswerer.WritingModel;
import org.fumikura.rag.answer.GroundedWriting;
import org.fumikura.rag.answer.Reply;
import org.fumikura.rag.answer.StopSign;
import org.jspecify.annotations.Nullable;

/// What the steps of one task work with. For one thread; the sign may be raised from any.
final class TaskRun {
    private final Supplier<WritingModel> models;
    private final TaskSettings settings;
    private final StopSign sign;
    private final Consumer<TaskEvent> listener;
    private @Nullable WritingModel model;

    TaskRun(
            Supplier<WritingModel> models,
            TaskSettings settings,
            StopSign sign,
            Consumer<TaskEvent> listener) {
        this.models = models;
        this.settings = settings;
        this.sign = sign;
        this.listener = listener;
    }

    /// The model, asked for only by what needs one.
    WritingModel model() {
        WritingModel known = model;
        if (known == null) {
            known = models.get();
            model = known;
        }
        return known;
    }

    /// Has the model write what is checked, saying how far it has come where it is tried first.
    GroundedWriting writing() {
        return new GroundedWriting(
                model(),
                trial ->
                        listener.accept(
                                new TaskEvent.Progress(
                                        TaskEvent.Step.TRYING, trial.done(), trial.all())));
    }

    /// The name of the model that was used; empty if none was.
    String modelName() {
        WritingModel used = model;
        return used == null ? "" : used.name();
    }

    TaskSettings settings() {
        return settings;
    }

    StopSign sign() {
        return sign;
    }

    /// How long a text is for the model.
    int tokens(String text) {
        return model().tokens().estimateTokenCountInText(text);
    }

    /// Works on one after the other, saying which is at hand, until all are done or the person
    /// stops it.
    <T> void each(TaskEvent.Step step, List<T> all, Consumer<T> work) {
        for (int i = 0; i < all.size() && !sign.isRaised(); i++) {
            listener.accept(new TaskEvent.Progress(step, i + 1, all.size()));
            try {
                work.accept(all.get(i));
            } catch (CancellationException stopped) {
                return;
            }
        }
    }

    /// What the model replies to one request.
    Reply ask(String system, String request, int tokens) {
        return Reply.await(
                model(),
                List.of(SystemMessage.from(system), UserMessage.from(request)),
                tokens,
                sign);
    }
}
