package org.fumikura.rag.eval;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// How good a ranking is, from 0 to 1, by the definitions of trec_eval.
///
/// @param ndcg10 normalised discounted cumulative gain of the first ten; the gain is the grade
/// @param map average precision; the mean of it over many rankings
/// @param mrr one over the rank of the first relevant text
/// @param hit1 whether the first is relevant (1 or 0)
/// @param hit5 whether one of the first five is (1 or 0)
/// @param recall100 the share of the relevant texts that is among the first hundred
public record RankingMetrics(
        double ndcg10, double map, double mrr, double hit1, double hit5, double recall100) {
    /// The metrics of one ranking.
    ///
    /// @param ranking ids, best first, none twice
    /// @param grades id to grade; ids that are not there, and grades below 1, are irrelevant
    public static RankingMetrics of(List<String> ranking, Map<String, Integer> grades) {
        long relevant = grades.values().stream().filter(grade -> grade > 0).count();
        if (relevant == 0) {
            return new RankingMetrics(0, 0, 0, 0, 0, 0);
        }
        List<Integer> gains =
                ranking.stream().map(id -> Math.max(0, grades.getOrDefault(id, 0))).toList();
        List<Integer> ideal =
                grades.values().stream()
                        .filter(grade -> grade > 0)
                        .sorted(Collections.reverseOrder())
                        .toList();
        return new RankingMetrics(
                discounted(gains, 10) / discounted(ideal, 10),
                precisions(gains) / relevant,
                firstRelevant(gains) == 0 ? 0 : 1.0 / firstRelevant(gains),
                hits(gains, 1) > 0 ? 1 : 0,
                hits(gains, 5) > 0 ? 1 : 0,
                (double) hits(gains, 100) / relevant);
    }

    /// The mean over rankings; all zero if there are none.
    public static RankingMetrics mean(List<RankingMetrics> all) {
        return new RankingMetrics(
                mean(all, RankingMetrics::ndcg10),
                mean(all, RankingMetrics::map),
                mean(all, RankingMetrics::mrr),
                mean(all, RankingMetrics::hit1),
                mean(all, RankingMetrics::hit5),
                mean(all, RankingMetrics::recall100));
    }

    private static double mean(List<RankingMetrics> all, ToDoubleFunction<RankingMetrics> metric) {
        return all.stream().mapToDouble(metric).average().orElse(0);
    }

    private static double discounted(List<Integer> gains, int depth) {
        double sum = 0;
        for (int i = 0; i < Math.min(depth, gains.size()); i++) {
            sum += gains.get(i) * Math.log(2) / Math.log(i + 2.0);
        }
        return sum;
    }

    private static double precisions(List<Integer> gains) {
        double sum = 0;
        int found = 0;
        for (int i = 0; i < gains.size(); i++) {
            if (gains.get(i) > 0) {
                found++;
                sum += found / (i + 1.0);
            }
        }
        return sum;
    }

    /// The rank from 1, or 0 if nothing relevant was found.
    private static int firstRelevant(List<Integer> gains) {
        for (int i = 0; i < gains.size(); i++) {
            if (gains.get(i) > 0) {
                return i + 1;
            }
        }
        return 0;
    }

    private static long hits(List<Integer> gains, int depth) {
        return gains.stream().limit(depth).filter(gain -> gain > 0).count();
    }
}
