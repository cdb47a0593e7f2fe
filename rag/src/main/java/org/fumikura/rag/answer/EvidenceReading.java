package org.fumikura.rag.answer;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.fumikura.rag.answer.GroundedAnswerer.Steps;
import org.fumikura.rag.answer.GroundedAnswerer.WritingModel;

/// Some evidence as the model reads it for an answer, and what an answer from it is checked
/// against. For one thread.
///
/// @param evidence what is read
/// @param prompt what the model is sent
/// @param sayings what it says of what the question names
/// @param drafts makes an empty draft of an answer from it
/// @param again asks the model for another answer from it
/// @param review looks at an answer from it before it is shown
record EvidenceReading(
        ChosenEvidence evidence,
        Prompt prompt,
        Sayings sayings,
        Supplier<AnswerDraft> drafts,
        SecondAttempt again,
        Review review) {
    static EvidenceReading of(
            Steps steps,
            WritingModel writing,
            Question question,
            Findings found,
            ChosenEvidence evidence) {
        Language language = question.language();
        var attribution =
                new Attribution(
                        steps.terms(), steps.splitter(), found.asked(), evidence.passages());
        Sayings sayings = attribution.sayings();
        var parting = new Parting(steps.terms(), found.query());
        Supplier<AnswerDraft> drafts =
                () ->
                        new AnswerDraft(
                                steps.splitter(),
                                attribution,
                                parting,
                                question.manner().grounding());
        Prompt prompt = steps.prompt(question, evidence.passages(), writing);
        String asked = question.words();
        var again =
                new SecondAttempt(
                        writing, prompt, language, asked, steps.settings().answerTokens(), drafts);
        var judging =
                new Judging(
                        new Judge(writing),
                        new Entailing(writing.entailment()),
                        prompt,
                        language,
                        asked,
                        Rendering.of(writing, attribution, language, evidence.passages()));
        var shortening = new Shortening(steps.terms(), writing, prompt, language, asked);
        return new EvidenceReading(
                evidence,
                prompt,
                sayings,
                drafts,
                again,
                new Review(
                        again,
                        judging,
                        new Reckoning(again, sayings),
                        shortening,
                        question.manner()));
    }

    /// The two that the question asks to choose from, each with what this evidence says of it; none
    /// if it offers no two, or nothing is said of either.
    List<Alternative> alternatives() {
        return Alternatives.of(again.question()).map(sayings::of).stream()
                .filter(both -> both.stream().anyMatch(each -> each.said().isPresent()))
                .flatMap(List::stream)
                .toList();
    }

    /// An answer from this evidence, reviewed, if the model holds that there is one; empty also if
    /// it gives none. Waits for the model.
    ///
    /// @param stopped whether the answer is to stay as it is by then
    Optional<Review.Reviewed> answer(BooleanSupplier stopped) {
        return !review.holdsQuestionAnswered()
                ? Optional.empty()
                : again.afresh().map(draft -> review.of(draft, stopped));
    }
}
