package org.fumikura.rag.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import org.fumikura.rag.answer.Attribution.Finding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks again, with the model as judge, at the sentences of an answer that it has just written.
///
/// @param prompt what the model answered
/// @param rendering says sentences in the language of the evidence; empty where that is the
///   answer's
record Judging(
        Judge judge,
        Prompt prompt,
        Language language,
        String question,
        Optional<Rendering> rendering) {
    private static final Logger LOG = LoggerFactory.getLogger(Judging.class);

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
                ? Confidence.decide(found, judged(sentence))
                : found;
    }

    private OptionalDouble judged(String sentence) {
        try {
            return judge.supports(prompt, language, question, sentence);
        } catch (RuntimeException fault) {
            LOG.warn("a sentence was not judged: {}", fault.getClass().getSimpleName());
            return OptionalDouble.empty();
        }
    }
}
