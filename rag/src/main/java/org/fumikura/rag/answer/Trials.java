package org.fumikura.rag.answer;

import dev.langchain4j.data.message.ChatMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.fumikura.rag.Scope;
import org.fumikura.rag.answer.GroundedAnswerer.WritingModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks a model that has not been tried yet for its opinion of what is known ([Trial]), once, and
/// keeps what comes of it. Waits for the model. For one thread.
final class Trials {
    private static final Logger LOG = LoggerFactory.getLogger(Trials.class);

    private static final int QUESTIONS_EACH = 4;

    private final WritingModel model;
    private final Consumer<? super AnswerEvent.Trying> listener;
    private final BooleanSupplier stopped;
    private final int all = QUESTIONS_EACH * Trial.ALL.size();
    private int done;

    private Trials(
            WritingModel model,
            Consumer<? super AnswerEvent.Trying> listener,
            BooleanSupplier stopped) {
        this.model = model;
        this.listener = listener;
        this.stopped = stopped;
    }

    /// Sees to it that `model` has been tried, where it can tell probabilities at all. One that
    /// fails, or is stopped, is tried again another time; until then nothing is given on its
    /// opinion.
    ///
    /// @param listener hears how far it has come
    static void ensure(
            WritingModel model,
            Consumer<? super AnswerEvent.Trying> listener,
            BooleanSupplier stopped) {
        if (model.calibrations().read().isPresent()) {
            return;
        }
        try {
            model.calibrations().keep(new Trials(model, listener, stopped).run());
        } catch (CancellationException untold) {
            LOG.debug("the model was not tried");
        } catch (RuntimeException fault) {
            LOG.warn("the model was not tried: {}", fault.getClass().getSimpleName());
        }
    }

    /// @throws CancellationException if it was stopped, or the model tells no probabilities
    private Calibration run() {
        var right = new ArrayList<Double>();
        var wrong = new ArrayList<Double>();
        var answered = new ArrayList<Double>();
        var unanswered = new ArrayList<Double>();
        for (Trial trial : Trial.ALL) {
            Language language = trial.language();
            Prompt prompt =
                    Prompt.write(
                            new Question(trial.answered(), Scope.EVERYTHING, List.of()),
                            language,
                            List.of(EvidencePassage.given(1, trial.passage())),
                            model.tokens(),
                            Integer.MAX_VALUE);
            right.add(opinion(prompt.check(language, "", trial.right())));
            wrong.add(opinion(prompt.check(language, "", trial.wrong())));
            answered.add(opinion(prompt.checkAnswerable(language, trial.answered())));
            unanswered.add(opinion(prompt.checkAnswerable(language, trial.unanswered())));
        }
        return Calibration.of(right, wrong, answered, unanswered);
    }

    private double opinion(List<ChatMessage> asked) {
        if (stopped.getAsBoolean()) {
            throw new CancellationException();
        }
        OptionalDouble judged = Judge.yes(model.control(), asked);
        if (judged.isPresent()) {
            listener.accept(new AnswerEvent.Trying(++done, all));
        }
        return judged.orElseThrow(CancellationException::new);
    }
}
