package org.fumikura.app.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.fumikura.app.models.ModelSetup;
import org.fumikura.rag.answer.Answer;
import org.fumikura.rag.answer.Answerer;

/// One comparison under way. Its answers are written one after the other, and meanwhile the model
/// of each is lent to whoever asks; the person's own comes back after them, however it ends. From
/// any thread.
final class CompareRun {
    private final List<Side> sides;
    private final boolean turned;
    private final ModelSetup models;
    private final Function<Side, Answerer.Pending> ask;
    private Optional<Answerer.Pending> pending = Optional.empty();
    private boolean lending;
    private boolean stopped;

    /// @param sides two, in the order they answer in
    /// @param turned whether the second is shown as A: who answers when can be seen elsewhere in
    ///   the window
    CompareRun(
            List<Side> sides,
            boolean turned,
            ModelSetup models,
            Function<Side, Answerer.Pending> ask) {
        this.sides = sides;
        this.turned = turned;
        this.models = models;
        this.ask = ask;
    }

    /// The sides as they are shown: A, B.
    List<Side> placed() {
        return placed(sides);
    }

    private <T> List<T> placed(List<T> both) {
        return turned ? both.reversed() : both;
    }

    /// Waits for both answers.
    ///
    /// @param writing hears which is being written, 1 or 2
    /// @return as they are shown: A, B
    /// @throws CancellationException once it was stopped
    List<Answer> answers(IntConsumer writing) {
        try {
            var answers = new ArrayList<Answer>();
            for (Side side : sides) {
                writing.accept(answers.size() + 1);
                answers.add(written(begin(side)));
            }
            return placed(answers);
        } finally {
            giveBack();
        }
    }

    /// Ends it soon. The person's own model is the chosen one again when this returns.
    synchronized void stop() {
        stopped = true;
        giveBack();
        pending.ifPresent(Answerer.Pending::stop);
    }

    private synchronized Answerer.Pending begin(Side side) {
        if (stopped) {
            throw new CancellationException();
        }
        models.lend(side.model());
        lending = true;
        Answerer.Pending begun = ask.apply(side);
        pending = Optional.of(begun);
        return begun;
    }

    /// Once: afterwards another comparison may have lent.
    private synchronized void giveBack() {
        if (lending) {
            lending = false;
            models.giveBack();
        }
    }

    private static Answer written(Answerer.Pending answering) {
        try {
            return answering.answer().join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException fault ? fault : failed;
        }
    }
}
