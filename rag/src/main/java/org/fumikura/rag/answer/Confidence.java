package org.fumikura.rag.answer;

import java.util.OptionalDouble;
import org.fumikura.rag.answer.AnswerSentence.Support;
import org.fumikura.rag.answer.Attribution.Finding;

/// Joins what a sentence's words tell and what the model holds of it into one decision. The
/// thresholds for sentences alone were chosen on one half of public sets and measured on the other
/// (`docs/evaluation/answers.md`), those for answers on logged ones
/// (`docs/decisions/0056-asked-again.md`).
final class Confidence {
    /// From here on the model holds a sentence.
    private static final double HELD = 0.65;

    /// From here on it does against the words, which seem to say the opposite, or to speak of
    /// something else than the question.
    private static final double HELD_AGAINST_WORDS = 0.85;

    /// From here on a model that refused is asked again. What it holds of Japanese passages that do
    /// not answer is higher.
    private static final double ANSWERED_IN_ENGLISH = 0.66;

    private static final double ANSWERED_IN_JAPANESE = 0.79;

    /// Below it the model rather denies a sentence than holds it.
    private static final double EVEN = 0.5;

    private static final double HOLDING = 0.56;
    private static final double ANSWERING = 1.36;
    private static final double SUBJECT = 1.98;

    /// From here on all three together suffice.
    private static final double ENOUGH = 3.3;

    private Confidence() {}

    /// Whether a judge could change what the words tell. A number that stands nowhere in the
    /// evidence is made up, whatever the model thinks of it, and so is a name in the place of
    /// another, or an unknown one in Japanese (it held three of three made-up ones); in English a
    /// name has many spellings, and the model is the better judge. What shares no word with the
    /// evidence has nothing to cite.
    static boolean isOpen(Language language, Finding finding) {
        Signals signals = finding.signals();
        boolean namesMayStand =
                switch (signals.names()) {
                    case KNOWN -> true;
                    case UNKNOWN -> language == Language.ENGLISH;
                    case REPLACED -> false;
                };
        return finding.support() != Support.NONE
                && signals.numbersStand()
                && namesMayStand
                && !finding.nearest().isEmpty();
    }

    /// Whether the model holds that what it has read answers a question.
    static boolean isAnswered(Language language, OptionalDouble judged) {
        double enough =
                switch (language) {
                    case ENGLISH -> ANSWERED_IN_ENGLISH;
                    case JAPANESE -> ANSWERED_IN_JAPANESE;
                };
        return judged.isPresent() && judged.getAsDouble() >= enough;
    }

    /// Whether the model holds a sentence; what it cannot tell it does not hold.
    static boolean isHeld(OptionalDouble judged) {
        return judged.isPresent() && judged.getAsDouble() >= HELD;
    }

    /// What two opinions of a sentence come to: the mean of their log odds; one alone stands for
    /// itself.
    static OptionalDouble joined(OptionalDouble one, OptionalDouble other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isPresent() ? one : other;
        }
        double mean = (LogOdds.of(one.getAsDouble()) + LogOdds.of(other.getAsDouble())) / 2;
        return OptionalDouble.of(LogOdds.probability(mean));
    }

    /// The finding after the model was asked. Of a sentence that answers a question the model's
    /// word does not stand against a denial: small models say yes to what is asked, and hold it.
    /// Nor does it stand where a sentence is the evidence's own but for the denial.
    ///
    /// @param judged how probable the model holds it; empty leaves the finding as it is
    /// @param answered how probable it holds that the passages answer the question; empty if
    ///   nothing was asked, or it cannot tell
    static Finding decide(Finding finding, OptionalDouble judged, OptionalDouble answered) {
        if (judged.isEmpty()) {
            return finding;
        }
        Signals signals = finding.signals();
        double held = judged.getAsDouble();
        boolean supported =
                answered.isEmpty()
                        ? !signals.turnedRound() && held >= alone(signals)
                        : !signals.denied()
                                && held >= (signals.turns() ? HELD_AGAINST_WORDS : EVEN)
                                && together(held, answered.getAsDouble(), signals) >= ENOUGH;
        return new Finding(
                supported ? Support.SUPPORTED : Support.UNSUPPORTED,
                finding.nearest(),
                finding.signals());
    }

    private static double alone(Signals signals) {
        return signals.opposed() || !signals.subjectNamed() ? HELD_AGAINST_WORDS : HELD;
    }

    /// What the sentence, the question and its subject weigh together, by logistic regression.
    private static double together(double held, double answered, Signals signals) {
        return HOLDING * LogOdds.of(held)
                + ANSWERING * LogOdds.of(answered)
                + (signals.subjectNamed() ? SUBJECT : 0);
    }
}
