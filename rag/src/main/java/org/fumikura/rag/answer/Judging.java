package org.fumikura.rag.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fumikura.rag.answer.Attribution.Finding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks again, with the model as judge, at the sentences of an answer that it has just written.
/// For one thread at a time.
final class Judging {
    private static final Logger LOG = LoggerFactory.getLogger(Judging.class);

    private final Judge judge;
    private final Prompt prompt;
    private final Language language;
    private final String question;
    private final Optional<Rendering> rendering;

    /// Of sentences in another language than their evidence, those that stand.
    private final Map<String, Finding> acrossLanguages = new HashMap<>();

    /// @param prompt what the model answered
    /// @param rendering says sentences in the language of the evidence; empty where that is the
    ///   answer's
    Judging(
            Judge judge,
            Prompt prompt,
            Language language,
            String question,
            Optional<Rendering> rendering) {
        this.judge = judge;
        this.prompt = prompt;
        this.language = language;
        this.question = question;
        this.rendering = rendering;
    }

    /// Looks at those sentences of `draft` that are in another language than their evidence: one
    /// stands if the model holds it and the words of its translation do. All are judged before the
    /// first is translated, after which the model would have to read the evidence anew. Waits for
    /// the model.
    void compareAcrossLanguages(AnswerDraft draft) {
        rendering.ifPresent(other -> {
            var held = new ArrayList<String>();
            draft.each((text, found) -> {
                if (other.concerns(text, found) && Confidence.isHeld(judged(text))) {
                    held.add(text);
                }
            });
            for (String text : held) {
                other.translated(text)
                        .filter(found -> found.signals().sufficient())
                        .ifPresent(found -> acrossLanguages.put(text, found));
            }
        });
    }

    /// What holds of `sentence`, for which its words gave `found`. A model that fails leaves it at
    /// that: the answer is written, and its words were checked.
    Finding again(String sentence, Finding found) {
        if (rendering.filter(other -> other.concerns(sentence, found)).isPresent()) {
            return acrossLanguages.getOrDefault(sentence, found);
        }
        return Confidence.isOpen(language, found)
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
