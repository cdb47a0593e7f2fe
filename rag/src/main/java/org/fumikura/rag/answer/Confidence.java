package org.fumikura.rag.answer;

import java.util.OptionalDouble;
import org.fumikura.rag.answer.AnswerSentence.Support;
import org.fumikura.rag.answer.Attribution.Finding;

/// Joins what a sentence's words tell and what the model holds of it into one decision. The
/// thresholds were chosen on one half of public sets of sentences and measured on the other
/// (`docs/evaluation/answers.md`).
final class Confidence {
    /// From here on the model holds a sentence.
    private static final double HELD = 0.65;

    /// From here on it does against the words, which seem to say the opposite, or to speak of
    /// something else than the question.
    private static final double HELD_AGAINST_WORDS = 0.85;

    private Confidence() {}

    /// Whether a judge could change what the words tell. A number that stands nowhere in the
    /// evidence is made up, whatever the model thinks of it, and so is a name in Japanese (it held
    /// three of three made-up ones); in English a name has many spellings, and the model is the
    /// better judge. What shares no word with the evidence has nothing to cite.
    static boolean isOpen(Language language, Finding finding) {
        Signals signals = finding.signals();
        boolean namesMayStand =
                switch (language) {
                    case ENGLISH -> true;
                    case JAPANESE -> signals.namesKnown();
                };
        return finding.support() != Support.NONE
                && signals.numbersStand()
                && namesMayStand
                && !finding.nearest().isEmpty();
    }

    /// Whether the model holds a sentence; what it cannot tell it does not hold.
    static boolean isHeld(OptionalDouble judged) {
        return judged.isPresent() && judged.getAsDouble() >= HELD;
    }

    /// The finding after the model was asked.
    ///
    /// @param judged how probable the model holds it; empty leaves the finding as it is
    static Finding decide(Finding finding, OptionalDouble judged) {
        if (judged.isEmpty()) {
            return finding;
        }
        Signals signals = finding.signals();
        boolean doubtful = signals.opposed() || !signals.subjectNamed();
        double enough = doubtful ? HELD_AGAINST_WORDS : HELD;
        boolean supported = judged.getAsDouble() >= enough;
        return new Finding(
                supported ? Support.SUPPORTED : Support.UNSUPPORTED,
                finding.nearest(),
                finding.signals());
    }
}
