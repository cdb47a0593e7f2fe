package org.fumikura.rag.answer;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/// What is done with an answer after its last word and before it is shown: one that says nothing is
/// asked for once more, its sentences are judged by the model, and it is cut down to the words that
/// were asked for or held against the person's principles. Waits for the model. For one thread.
final class Review {
    private final SecondAttempt again;
    private final Judging judging;
    private final Reckoning reckoning;
    private final Shortening shortening;
    private final Manner manner;

    /// @param again asks the model that wrote the answer for another
    /// @param judging looks at its sentences
    /// @param reckoning chooses between two that a question compares
    /// @param shortening cuts one down to what was asked for
    Review(
            SecondAttempt again,
            Judging judging,
            Reckoning reckoning,
            Shortening shortening,
            Manner manner) {
        this.again = again;
        this.judging = judging;
        this.reckoning = reckoning;
        this.shortening = shortening;
        this.manner = manner;
    }

    /// An answer as it may be shown.
    ///
    /// @param before the one before it was written anew by the person's principles; empty if it was
    ///   not
    record Reviewed(AnswerDraft draft, String before) {}

    /// @param stopped whether the answer is to stay as it is by then
    Reviewed of(AnswerDraft written, BooleanSupplier stopped) {
        judging.revise(written, stopped);
        AnswerDraft first = decided(insisted(written, stopped), stopped);
        if (manner.cutsDown() && !stopped.getAsBoolean()) {
            first.shorten(shortening::of);
        }
        return principled(first, stopped)
                .map(other ->
                        new Reviewed(
                                other, Shown.of(manner.grounding(), first.sentences()).plain()))
                .orElseGet(() -> new Reviewed(first, ""));
    }

    /// Whether the model holds that what it has read answers the question. Waits for the model.
    boolean holdsQuestionAnswered() {
        return judging.holdsQuestionAnswered();
    }

    /// A small model may refuse, or repeat the question, although, asked whether it has read the
    /// answer, it says yes.
    private AnswerDraft insisted(AnswerDraft written, BooleanSupplier stopped) {
        if (stopped.getAsBoolean()
                || !written.saysNothing()
                || !again.hasSomethingToRead()
                || !judging.holdsQuestionAnswered()) {
            return written;
        }
        return standing(again.insisting(), stopped).orElse(written);
    }

    /// Asked for one of two, a small model often takes the wrong one, or tells of both, or of
    /// neither, or refuses. What can be reckoned is; else, asked for a choice and nothing else, it
    /// makes it, and more often rightly than not.
    private AnswerDraft decided(AnswerDraft first, BooleanSupplier stopped) {
        Optional<Alternatives> offered =
                manner.cutsDown() && again.hasSomethingToRead()
                        ? Alternatives.of(again.question())
                        : Optional.empty();
        return offered.filter(_ -> !stopped.getAsBoolean())
                .filter(_ -> first.stands() || judging.holdsQuestionAnswered())
                .map(two -> decided(first, two, stopped))
                .orElse(first);
    }

    private AnswerDraft decided(AnswerDraft first, Alternatives two, BooleanSupplier stopped) {
        Optional<AnswerDraft> reckoned =
                reckoning.of(two).map(again::saying).filter(AnswerDraft::stands);
        boolean chosen = first.stands() && two.areChosenFrom(first.raw());
        if (reckoned.isPresent()) {
            return chosen && two.areAlikeIn(first.raw(), reckoned.get().raw())
                    ? first
                    : reckoned.get();
        }
        return chosen || stopped.getAsBoolean()
                ? first
                : standing(again.choosing(two), stopped).orElse(first);
    }

    /// What the model makes of `first` in the light of the person's principles, if that stands too;
    /// empty if it is the same.
    private Optional<AnswerDraft> principled(AnswerDraft first, BooleanSupplier stopped) {
        if (manner.principles().isEmpty() || stopped.getAsBoolean() || !first.stands()) {
            return Optional.empty();
        }
        return standing(again.keepingTo(manner.principles(), first.raw()), stopped)
                .filter(draft -> !stopped.getAsBoolean() && !draft.raw().equals(first.raw()));
    }

    /// A second attempt, judged like the first, if it stands.
    private Optional<AnswerDraft> standing(Optional<AnswerDraft> attempt, BooleanSupplier stopped) {
        attempt.ifPresent(draft -> judging.revise(draft, stopped));
        return attempt.filter(AnswerDraft::stands);
    }
}
