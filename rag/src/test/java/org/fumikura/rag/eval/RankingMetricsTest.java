package org.fumikura.rag.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankingMetricsTest {
    private static final double EXACT = 1e-12;

    @Test
    void aPerfectRankingScoresOneEverywhere() {
        assertEquals(
                new RankingMetrics(1, 1, 1, 1, 1, 1),
                RankingMetrics.of(List.of("a", "b", "c"), Map.of("a", 1, "b", 1)));
    }

    @Test
    void lateAndMissedTextsCostAsTrecEvalSays() {
        // relevant: b at 2, d at 4, z not found
        RankingMetrics metrics =
                RankingMetrics.of(List.of("a", "b", "c", "d"), Map.of("b", 1, "d", 1, "z", 1));
        double gain = 1 / log2(3) + 1 / log2(5);
        double ideal = 1 / log2(2) + 1 / log2(3) + 1 / log2(4);
        assertEquals(gain / ideal, metrics.ndcg10(), EXACT);
        assertEquals((1 / 2.0 + 2 / 4.0) / 3, metrics.map(), EXACT);
        assertEquals(0.5, metrics.mrr(), EXACT);
        assertEquals(0, metrics.hit1(), EXACT);
        assertEquals(1, metrics.hit5(), EXACT);
        assertEquals(2 / 3.0, metrics.recall100(), EXACT);
    }

    @Test
    void gradesAreGainsAndNegativeOnesAreIrrelevant() {
        RankingMetrics metrics =
                RankingMetrics.of(
                        List.of("bad", "some", "best"), Map.of("bad", -1, "some", 1, "best", 3));
        double gain = 1 / log2(3) + 3 / log2(4);
        assertEquals(gain / (3 / log2(2) + 1 / log2(3)), metrics.ndcg10(), EXACT);
        assertEquals(0.5, metrics.mrr(), EXACT);
    }

    @Test
    void onlyTheFirstTenCountForGainAndTheFirstHundredForRecall() {
        List<String> ranking = IntStream.range(0, 200).mapToObj(Integer::toString).toList();
        RankingMetrics metrics = RankingMetrics.of(ranking, Map.of("10", 1, "99", 1, "100", 1));
        assertEquals(0, metrics.ndcg10(), EXACT);
        assertEquals(2 / 3.0, metrics.recall100(), EXACT);
    }

    @Test
    void nothingFoundAndNothingRelevantScoreZero() {
        RankingMetrics zero = new RankingMetrics(0, 0, 0, 0, 0, 0);
        assertEquals(zero, RankingMetrics.of(List.of(), Map.of("a", 1)));
        assertEquals(zero, RankingMetrics.of(List.of("a"), Map.of("a", 0)));
        assertEquals(zero, RankingMetrics.mean(List.of()));
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
