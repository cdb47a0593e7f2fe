package org.fumikura.rag.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.fumikura.rag.Scope;
import org.fumikura.rag.answer.Answer;
import org.fumikura.rag.answer.Answer.Verdict;
import org.fumikura.rag.answer.AnswerEvent;
import org.fumikura.rag.answer.AnswerSentence;
import org.fumikura.rag.answer.AnswerSentence.Support;
import org.fumikura.rag.answer.Answerer;
import org.fumikura.rag.answer.Citation;
import org.fumikura.rag.answer.Language;
import org.fumikura.rag.answer.Question;
import org.fumikura.rag.answer.Remarks;
import org.fumikura.rag.answer.Timings;
import org.fumikura.rag.eval.JudgedSentence.JudgedPassage;
import org.fumikura.rag.eval.RetrievalEvaluation.Embedder;
import org.fumikura.rag.retrieve.HybridRetriever;
import org.fumikura.rag.retrieve.RankedPassage;
import org.fumikura.rag.retrieve.SearchMode;
import org.fumikura.rag.retrieve.SearchRequest;
import org.fumikura.rag.retrieve.ToyEmbedding;
import org.junit.jupiter.api.Test;

/// Scripted answers to three questions, each with passages of its own.
class AnswerEvaluationTest {
    private static final JudgedPassage KETTLE = new JudgedPassage("k", "The kettle holds tea.");
    private static final JudgedPassage GATE = new JudgedPassage("g", "The gate is of iron.");

    private static final List<JudgedAnswer> SET =
            List.of(
                    new JudgedAnswer(
                            "1", "kettle", List.of(KETTLE, GATE), List.of("tea"), Set.of("k")),
                    new JudgedAnswer(
                            "2", "gate", List.of(KETTLE, GATE), List.of("iron"), Set.of("g")),
                    new JudgedAnswer("3", "kettle", List.of(GATE), List.of(), Set.of()));

    @Test
    void figuresAreOverAnswerableAndUnanswerableQuestionsApart() {
        var heard = new ArrayList<String>();
        try (var evaluation = evaluation()) {
            var answers = Map.of("kettle", "It holds tea.", "gate", "Not said.");
            var result =
                    evaluation.run(
                            new Scripted(evaluation, answers, Set.of("gate")),
                            (asked, answer) -> heard.add(asked.id() + answer.verdict()));
            assertEquals(3, result.questions());
            // One of two holds the right word, one of its three words.
            assertEquals(0.5, result.accuracy());
            assertEquals(0.25, result.f1());
            // The kettle's passage is cited for the first question, none for the second.
            assertEquals(1, result.citationPrecision());
            assertEquals(0.5, result.citationRecall());
            assertEquals(0.5, result.refusedAnswerable());
            // To the third it is given an answer.
            assertEquals(0, result.refusedUnanswerable());
        }
        assertEquals(List.of("1ANSWERED", "2ABSTAINED", "3ANSWERED"), heard);
    }

    @Test
    void aQuestionFindsItsOwnPassagesOnly() {
        try (var evaluation = evaluation()) {
            var scripted = new Scripted(evaluation, Map.of("kettle", "x"), Set.of());
            evaluation.run(scripted, (asked, answer) -> {});
            assertEquals(List.of(), scripted.lastFound);
        }
    }

    private static AnswerEvaluation evaluation() {
        return AnswerEvaluation.of(
                SET, new Embedder(new ToyEmbedding(), new ToyEmbedding()), (done, total) -> {});
    }

    /// Answers from a script and cites the passage found first.
    private static final class Scripted implements Answerer {
        private final AnswerEvaluation evaluation;
        private final Map<String, String> answers;
        private final Set<String> refused;
        private List<String> lastFound = List.of();

        Scripted(AnswerEvaluation evaluation, Map<String, String> answers, Set<String> refused) {
            this.evaluation = evaluation;
            this.answers = answers;
            this.refused = refused;
        }

        @Override
        public Pending ask(Question question, Consumer<AnswerEvent> listener) {
            CompletableFuture<Answer> answer =
                    CompletableFuture.completedFuture(
                            answer(question.text(), found(question.text(), question.scope())));
            return new Pending() {
                @Override
                public CompletableFuture<Answer> answer() {
                    return answer;
                }

                @Override
                public void stop() {}
            };
        }

        @Override
        public CompletableFuture<Optional<String>> translate(String text, Language into) {
            return CompletableFuture.completedFuture(Optional.empty());
        }

        @Override
        public void readAhead(Question draft) {}

        private List<RankedPassage> found(String question, Scope scope) {
            List<RankedPassage> found =
                    new HybridRetriever(evaluation.index(), Optional.empty())
                            .retrieve(new SearchRequest(question, SearchMode.LEXICAL, 5, scope));
            lastFound = found.stream().map(ranked -> ranked.passage().text()).toList();
            return found;
        }

        private Answer answer(String question, List<RankedPassage> found) {
            boolean refuses = refused.contains(question);
            String text = answers.getOrDefault(question, "Nothing.");
            List<Citation> citations =
                    refuses ? List.of() : found.stream().limit(1).map(this::citation).toList();
            return new Answer(
                    question,
                    "",
                    text,
                    Language.ENGLISH,
                    refuses ? Verdict.ABSTAINED : Verdict.ANSWERED,
                    refuses
                            ? List.of()
                            : List.of(new AnswerSentence("", text, Support.SUPPORTED, List.of(1))),
                    citations,
                    List.of(),
                    "Scripted",
                    new Timings(0, 0, 0, 0, 0, 0),
                    "",
                    text,
                    Remarks.NONE);
        }

        private Citation citation(RankedPassage ranked) {
            var source = evaluation.source(ranked.passage().id().document()).orElseThrow();
            return new Citation(
                    1,
                    ranked.passage().id(),
                    source.path(),
                    source.title(),
                    1,
                    ranked.passage().span(),
                    ranked.passage().text());
        }
    }
}
