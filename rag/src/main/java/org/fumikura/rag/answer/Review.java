package org.fumikura.rag.answer;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// What is done with an answer after its last word and before it is shown: one that says nothing is
/// asked for once more, its sentences are judged by the model, and it is cut down to the words that
/// were asked for or held against the person's principles. Waits for the model. For one thread.
final class Review {
    private final SecondAttempt again;
    private final Judging judging;
    private final Shortening shortening;
    private final Grounding grounding;
    private final List<String> principles;

    /// @param again asks the model that wrote the answer for another
    /// @param judging looks at its sentences
    /// @param shortening cuts one down to what was asked for
    Review(SecondAttempt again, Judging judging, Shortening shortening, Manner manner) {
        this.again = again;
        this.judging = judging;
        this.shortening = shortening;
        this.grounding = manner.grounding();
        this.principles = manner.principles();
    }

    /// An answer as it may be shown.
    ///
    /// @param before the one before it was written anew by the person's principles; empty if it was
    ///   not
    record Reviewed(AnswerDraft draft, String before) {}

    /// @param stopped whether the answer is to stay as it is by then
    Reviewed of(AnswerDraft written, BooleanSupplier stopped) {
        judging.revise(written, stopped);
        AnswerDraft first = insisted(written, stopped);
        if (principles.isEmpty() && grounding == Grounding.STRICT && !stopped.getAsBoolean()) {
            first.shorten(shortening::of);
        }
        return principled(first, stopped)
                .map(other -> new Reviewed(other, Shown.of(grounding, first.sentences()).plain()))
                .orElseGet(() -> new Reviewed(first, ""));
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
        Optional<AnswerDraft> other = again.insisting();
        other.ifPresent(draft -> judging.revise(draft, stopped));
        return other.filter(AnswerDraft::stands).orElse(written);
    }

    /// What the model makes of `first` in the light of the person's principles, if that stands too;
    /// empty if it is the same.
    private Optional<AnswerDraft> principled(AnswerDraft first, BooleanSupplier stopped) {
        if (principles.isEmpty() || stopped.getAsBoolean() || !first.stands()) {
            return Optional.empty();
        }
        Optional<AnswerDraft> other = again.keepingTo(principles, first.raw());
        other.ifPresent(draft -> judging.revise(draft, stopped));
        return other.filter(draft ->
                !stopped.getAsBoolean() && draft.stands() && !draft.raw().equals(first.raw()));
    }
}
