package org.fumikura.rag.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumikura.rag.RagException;
import org.fumikura.rag.eval.RetrievalEvaluation.Embedder;
import org.fumikura.rag.eval.RetrievalEvaluation.Result;
import org.fumikura.rag.eval.RetrievalSet.Question;
import org.fumikura.rag.eval.RetrievalSet.Text;
import org.fumikura.rag.retrieve.Recipe;
import org.fumikura.rag.retrieve.SearchMode;
import org.fumikura.rag.retrieve.ToyEmbedding;
import org.junit.jupiter.api.Test;

class RetrievalEvaluationTest {
    private static final RetrievalSet SET =
            new RetrievalSet(
                    "toys",
                    List.of(
                            new Text("cats", "", "The feline sleeps."),
                            new Text("boats", "Harbours", "A vessel leaves."),
                            new Text("blank", "", "")),
                    List.of(
                            new Question("q1", "Where do vessels leave a harbour?"),
                            new Question("q2", "my cat"),
                            new Question("unjudged", "rain")),
                    Map.of("q1", Map.of("boats", 1), "q2", Map.of("cats", 1)));

    private static Embedder toy() {
        return new Embedder(new ToyEmbedding(), new ToyEmbedding());
    }

    @Test
    void wordsFindTitlesAndMissSynonyms() {
        try (RetrievalEvaluation evaluation =
                RetrievalEvaluation.of(SET, Optional.empty(), (done, total) -> {})) {
            Result result = evaluation.run(SearchMode.LEXICAL, Recipe.STANDARD);
            assertEquals(2, result.queries());
            assertEquals(new RankingMetrics(0.5, 0.5, 0.5, 0.5, 0.5, 0.5), result.metrics());
        }
    }

    @Test
    void meaningFindsSynonymsAndProgressIsTold() {
        List<String> progress = new ArrayList<>();
        try (RetrievalEvaluation evaluation =
                RetrievalEvaluation.of(
                        SET,
                        Optional.of(toy()),
                        (done, total) -> progress.add(done + "/" + total))) {
            Result result = evaluation.run(SearchMode.HYBRID, Recipe.STANDARD);
            assertEquals(new RankingMetrics(1, 1, 1, 1, 1, 1), result.metrics());
            assertEquals(List.of("2/2"), progress);
            assertTrue(result.p50Millis() <= result.p95Millis());
        }
    }

    @Test
    void partsTakenOutChangeTheScores() {
        try (RetrievalEvaluation evaluation =
                RetrievalEvaluation.of(SET, Optional.of(toy()), (done, total) -> {})) {
            List<Double> scores = new ArrayList<>();
            for (Recipe recipe : Recipe.ablations()) {
                Result result = evaluation.run(SearchMode.HYBRID, recipe);
                assertEquals(recipe, result.recipe());
                scores.add(result.run().ranking("q1").getLast().score());
            }
            assertEquals(
                    scores.getFirst(),
                    evaluation
                            .run(SearchMode.HYBRID, Recipe.STANDARD)
                            .run()
                            .ranking("q1")
                            .getLast()
                            .score());
            assertTrue(scores.stream().distinct().count() > 1, scores::toString);
        }
    }

    @Test
    void aQuestionIsEmbeddedOnceForAllRecipes() {
        List<String> embedded = new ArrayList<>();
        EmbeddingModel queries =
                new EmbeddingModel() {
                    @Override
                    public Response<List<Embedding>> embedAll(List<TextSegment> texts) {
                        texts.forEach(text -> embedded.add(text.text()));
                        return new ToyEmbedding().embedAll(texts);
                    }
                };
        try (RetrievalEvaluation evaluation =
                RetrievalEvaluation.of(
                        SET,
                        Optional.of(new Embedder(queries, new ToyEmbedding())),
                        (done, total) -> {})) {
            Recipe.ablations().forEach(recipe -> evaluation.run(SearchMode.HYBRID, recipe));
        }
        assertTrue(embedded.contains("my cat"), embedded::toString);
        assertEquals(embedded.stream().distinct().toList(), embedded);
    }

    @Test
    void searchByMeaningNeedsAnEmbedder() {
        try (RetrievalEvaluation evaluation =
                RetrievalEvaluation.of(SET, Optional.empty(), (done, total) -> {})) {
            assertThrows(
                    RagException.class, () -> evaluation.run(SearchMode.VECTOR, Recipe.STANDARD));
        }
    }
}
