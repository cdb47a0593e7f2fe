package org.fumikura.rag.retrieve;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.index.ScoredPassage;

/// Fuses two ranked lists into one: each list's scores are stretched over 0 to 1, then mixed.
final class Fusion {
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
            List<ScoredPassage> lexical, List<ScoredPassage> nearest, double lexicalWeight) {
        double wordShare = nearest.isEmpty() ? 1 : lexical.isEmpty() ? 0 : lexicalWeight;
        Map<PassageId, Fused> fused = new HashMap<>();
        Stretch words = Stretch.over(lexical);
        for (int i = 0; i < lexical.size(); i++) {
            ScoredPassage hit = lexical.get(i);
            double score = wordShare * words.of(hit.score());
            fused.put(
                    hit.id(),
                    new Fused(hit.id(), score, OptionalInt.of(i + 1), OptionalInt.empty()));
        }
        Stretch meaning = Stretch.over(nearest);
        for (int i = 0; i < nearest.size(); i++) {
            ScoredPassage hit = nearest.get(i);
            double score = (1 - wordShare) * meaning.of(hit.score());
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

    /// Maps a list's scores, lowest to highest, onto 0 to 1.
    private record Stretch(double lowest, double highest) {
        static Stretch over(List<ScoredPassage> ranked) {
            return ranked.isEmpty()
                    ? new Stretch(0, 0)
                    : new Stretch(ranked.getLast().score(), ranked.getFirst().score());
        }

        double of(double score) {
            return highest > lowest ? (score - lowest) / (highest - lowest) : 1;
        }
    }
}
