package org.fumikura.rag.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.fumikura.rag.answer.Attribution.Finding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks again, with the model as judge, at the sentences of an answer that it has just written.
/// For one thread.
final class Judging {
    private static final Logger LOG = LoggerFactory.getLogger(Judging.class);

    private final Judge judge;
    private final Entailing entailing;
    private final Prompt prompt;
    private final Language language;
    private final String question;
    private final Optional<Rendering> rendering;

    /// What it holds of the question, once it was asked.
    private Optional<OptionalDouble> answered = Optional.empty();

    /// @param entailing a second opinion of each sentence, where there is one
    /// @param prompt what the model answered
    /// @param question that it answered; blank if there was none
    /// @param rendering says sentences in the language of the evidence; empty where that is the
    ///   answer's
    Judging(
            Judge judge,
            Entailing entailing,
            Prompt prompt,
            Language language,
            String question,
            Optional<Rendering> rendering) {
        this.judge = judge;
        this.entailing = entailing;
        this.prompt = prompt;
        this.language = language;
        this.question = question;
        this.rendering = rendering;
    }

    /// Looks at all of `draft` again. Waits for the model.
    ///
    /// @param stopped whether the rest is to stay as its words tell
    void revise(AnswerDraft draft, BooleanSupplier stopped) {
        Map<String, Finding> translated = acrossLanguages(draft, stopped);
        draft.revise((text, found) ->
                stopped.getAsBoolean()
                        ? found
                        : Optional.ofNullable(translated.get(text))
                                .orElseGet(() -> again(text, found)));
    }

    /// Of the sentences in another language than their evidence those that stand: the model holds
    /// them, and the words of their translation do. All are judged before the first is translated,
    /// after which the model would have to read the evidence anew.
    private Map<String, Finding> acrossLanguages(AnswerDraft draft, BooleanSupplier stopped) {
        var standing = new HashMap<String, Finding>();
        rendering.ifPresent(other -> {
            var held = new ArrayList<String>();
            draft.each((text, found) -> {
                if (!stopped.getAsBoolean()
                        && other.concerns(text, found)
                        && Confidence.isHeld(judged(text))) {
                    held.add(text);
                }
            });
            for (String text : held) {
                if (!stopped.getAsBoolean()) {
                    other.translated(text)
                            .filter(found -> found.signals().sufficient())
                            .ifPresent(found -> standing.put(text, found));
                }
            }
        });
        return standing;
    }

    /// What holds of `sentence`, for which its words gave `found`. A model that fails leaves it at
    /// that: the answer is written, and its words were checked. So does another language.
    Finding again(String sentence, Finding found) {
        boolean translates = rendering.filter(other -> other.concerns(sentence, found)).isPresent();
        return !translates && Confidence.isOpen(language, found)
                ? Confidence.decide(
                        found,
                        Confidence.joined(judged(sentence), entailing.follows(sentence, found)),
                        questionAnswered())
                : found;
    }

    /// Whether the model holds that what it has read answers the question.
    boolean holdsQuestionAnswered() {
        return Confidence.isAnswered(language, questionAnswered());
    }

    /// How probable it holds that; empty if nothing was asked, or it cannot tell.
    private OptionalDouble questionAnswered() {
        OptionalDouble known =
                answered.orElseGet(() ->
                        question.isBlank()
                                ? OptionalDouble.empty()
                                : judged(() -> judge.answers(prompt, language, question)));
        answered = Optional.of(known);
        return known;
    }

    private OptionalDouble judged(String sentence) {
        return judged(() -> judge.supports(prompt, language, question, sentence));
    }

    private static OptionalDouble judged(Supplier<OptionalDouble> opinion) {
        try {
            return opinion.get();
        } catch (RuntimeException fault) {
            LOG.warn("the model did not judge: {}", fault.getClass().getSimpleName());
            return OptionalDouble.empty();
        }
    }
}
