package org.fumikura.rag.retrieve;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.index.ScoredPassage;

/// Fuses two ranked lists into one: each list's scores are brought into 0 to 1, then mixed.
final class Fusion {
    private static final double RANK_CONSTANT = 60;

    private static final Comparator<Fused> ORDER =
            Comparator.comparingDouble(Fused::score).reversed().thenComparing(Fused::id);

    /// A passage with its fused score and its ranks from 1.
    record Fused(PassageId id, double score, OptionalInt lexicalRank, OptionalInt vectorRank) {}

    private Fusion() {}

    /// Both lists as one, best first, ties by id. A passage that only one list has scores nothing
    /// in the other; if one list is empty the other decides alone.
    ///
    /// @param lexicalWeight how much words count, from 0 to 1; meaning counts the rest
    static List<Fused> fuse(
            Recipe.Rule rule,
            List<ScoredPassage> lexical,
            List<ScoredPassage> nearest,
            double lexicalWeight) {
        double wordShare = nearest.isEmpty() ? 1 : lexical.isEmpty() ? 0 : lexicalWeight;
        Map<PassageId, Fused> fused = new HashMap<>();
        Scale words = Scale.of(rule, lexical);
        for (int i = 0; i < lexical.size(); i++) {
            ScoredPassage hit = lexical.get(i);
            double score = wordShare * words.of(hit.score(), i + 1);
            fused.put(
                    hit.id(),
                    new Fused(hit.id(), score, OptionalInt.of(i + 1), OptionalInt.empty()));
        }
        Scale meaning = Scale.of(rule, nearest);
        for (int i = 0; i < nearest.size(); i++) {
            ScoredPassage hit = nearest.get(i);
            double score = (1 - wordShare) * meaning.of(hit.score(), i + 1);
            fused.merge(
                    hit.id(),
                    new Fused(hit.id(), score, OptionalInt.empty(), OptionalInt.of(i + 1)),
                    Fusion::both);
        }
        return fused.values().stream().sorted(ORDER).toList();
    }

    private static Fused both(Fused byWords, Fused byMeaning) {
        return new Fused(
                byWords.id(),
                byWords.score() + byMeaning.score(),
                byWords.lexicalRank(),
                byMeaning.vectorRank());
    }

    /// Brings the scores of one list into 0 to 1.
    private interface Scale {
        /// @param rank from 1
        double of(double score, int rank);

        static Scale of(Recipe.Rule rule, List<ScoredPassage> ranked) {
            return switch (rule) {
                case CONVEX -> Stretch.over(ranked);
                case RECIPROCAL -> (_, rank) -> (1 + RANK_CONSTANT) / (rank + RANK_CONSTANT);
            };
        }
    }

    /// Maps a list's scores, lowest to highest, onto 0 to 1.
    private record Stretch(double lowest, double highest) implements Scale {
        static Stretch over(List<ScoredPassage> ranked) {
            return ranked.isEmpty()
                    ? new Stretch(0, 0)
                    : new Stretch(ranked.getLast().score(), ranked.getFirst().score());
        }

        @Override
        public double of(double score, int rank) {
            return highest > lowest ? (score - lowest) / (highest - lowest) : 1;
        }
    }
}
