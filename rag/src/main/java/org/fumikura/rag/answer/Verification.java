package org.fumikura.rag.answer;

import dev.langchain4j.model.TokenCountEstimator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.fumikura.rag.Scope;
import org.fumikura.rag.answer.AnswerSentence.Support;
import org.fumikura.rag.answer.GroundedAnswerer.WritingModel;
import org.fumikura.rag.chunk.SentenceSplitter;
import org.fumikura.rag.index.ContentTerms;

/// Checks single sentences against passages as every sentence of an answer is checked: by their
/// words, then by the model where there is one. For one thread.
public final class Verification implements AutoCloseable {
    private final ContentTerms terms = new ContentTerms();
    private final SentenceSplitter splitter = new SentenceSplitter();
    private final Optional<WritingModel> model;
    private final AnswerSettings settings;

    private Verification(Optional<WritingModel> model, AnswerSettings settings) {
        this.model = model;
        this.settings = settings;
    }

    /// With `model` as judge where words do not decide.
    public static Verification by(WritingModel model, AnswerSettings settings) {
        return new Verification(Optional.of(model), settings);
    }

    /// By words, numbers and names alone.
    public static Verification byWords(AnswerSettings settings) {
        return new Verification(Optional.empty(), settings);
    }

    /// What was found for a sentence.
    ///
    /// @param support `NONE` if the sentence claims nothing
    /// @param judged how probable the model holds it, from 0 to 1; empty if it was not asked
    /// @param quotes the stretches of the passages that bear it out, the most important first; none
    ///   unless supported
    public record Outcome(Support support, OptionalDouble judged, List<String> quotes) {
        static Outcome of(Attribution.Finding finding, OptionalDouble judged) {
            List<String> quotes = finding.places().stream().map(Attribution.Place::quote).toList();
            return new Outcome(finding.support(), judged, quotes);
        }
    }

    /// Whether `passages`, best first, bear `sentence` out.
    public Outcome verify(String sentence, List<String> passages) {
        List<EvidencePassage> evidence = evidence(passages);
        Attribution.Finding finding =
                new Attribution(terms, splitter, evidence).attribute(sentence, Set.of());
        if (model.isEmpty() || !Confidence.isOpen(Language.of(sentence), finding)) {
            return Outcome.of(finding, OptionalDouble.empty());
        }
        OptionalDouble judged =
                Confidence.joined(
                        judge(model.get(), sentence, evidence),
                        new Entailing(model.get().entailment()).follows(sentence, finding));
        return Outcome.of(Confidence.decide(finding, judged, OptionalDouble.empty()), judged);
    }

    private OptionalDouble judge(
            WritingModel writing, String sentence, List<EvidencePassage> evidence) {
        Trials.ensure(writing, _ -> {}, () -> false);
        TokenCountEstimator tokens = writing.tokens();
        Language language = Language.of(sentence);
        var asked = new Question(sentence, Scope.EVERYTHING, List.of());
        Prompt prompt = Prompt.write(asked, language, evidence, tokens, settings.promptTokens());
        return new Judge(writing).supports(prompt, language, "", sentence);
    }

    private static List<EvidencePassage> evidence(List<String> passages) {
        return IntStream.range(0, passages.size())
                .mapToObj(i -> EvidencePassage.given(i + 1, passages.get(i)))
                .toList();
    }

    @Override
    public void close() {
        terms.close();
    }
}
