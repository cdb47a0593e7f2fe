package org.fumikura.rag.retrieve;

import java.util.List;

/// How search by both words and meaning is put together. [#STANDARD] is what people get; the others
/// tell, on judged sets, what each part is worth.
///
/// @param name for tables
/// @param rule how the two lists become one
/// @param lexicalWeight how much words count against meaning, from 0 to 1, when every passage has a
///   vector
/// @param enoughFound the share of the query's words, by their rarity, that the best passage by
///   words must have for words to count in full; 0 if they always do
/// @param meaningFedBack how many of the best passages are fed back by their meaning
/// @param wordsFedBack and how many by their words
/// @param commonTaken how much of what all questions have in common is taken from an English one,
///   as [CommonDirection] tells
public record Recipe(
        String name,
        Rule rule,
        double lexicalWeight,
        double enoughFound,
        int meaningFedBack,
        int wordsFedBack,
        double commonTaken) {
    /// Chosen on the public sets, see `docs/evaluation/retrieval.md`.
    public static final Recipe STANDARD = new Recipe("standard", Rule.CONVEX, 0.45, 0.2, 3, 5, 1);

    /// For vectors that no embedder made: they have nothing in common.
    public static final Recipe FOR_MADE_UP_VECTORS = STANDARD.taking(0);

    /// Without what the best passages add to the search.
    public static final Recipe NOTHING_FED_BACK = STANDARD.named("nothing fed back").feeding(0, 0);

    /// With what all English questions have in common.
    public static final Recipe COMMON_LEFT_IN =
            STANDARD.named("common direction left in").taking(0);

    /// Meaning counts for more.
    public static final Recipe MORE_MEANING = STANDARD.named("words at 0.3").weighing(0.3);

    /// Words count for more.
    public static final Recipe MORE_WORDS = STANDARD.named("words at 0.6").weighing(0.6);

    /// Ranks fused in place of scores.
    public static final Recipe RECIPROCAL =
            STANDARD.named("reciprocal ranks").fusing(Rule.RECIPROCAL);

    /// How ranked lists are fused.
    public enum Rule {
        /// Scores stretched over 0 to 1, then mixed.
        CONVEX,
        /// Reciprocal ranks (Cormack and others, SIGIR 2009), with the usual constant 60, mixed by
        /// the same weights.
        RECIPROCAL
    }

    /// The standard recipe and the same with one part taken out or changed at a time.
    public static List<Recipe> ablations() {
        return List.of(
                STANDARD,
                STANDARD.named("no words fed back").feeding(3, 0),
                STANDARD.named("no meaning fed back").feeding(0, 5),
                NOTHING_FED_BACK,
                COMMON_LEFT_IN,
                STANDARD.named("half of the common direction").taking(0.5),
                STANDARD.named("words always in full").enough(0),
                STANDARD.named("half and half").weighing(0.5),
                MORE_MEANING,
                MORE_WORDS,
                RECIPROCAL,
                STANDARD.named("reciprocal ranks, half and half, nothing fed back")
                        .fusing(Rule.RECIPROCAL)
                        .weighing(0.5)
                        .feeding(0, 0));
    }

    private Recipe named(String other) {
        return new Recipe(
                other, rule, lexicalWeight, enoughFound, meaningFedBack, wordsFedBack, commonTaken);
    }

    private Recipe fusing(Rule other) {
        return new Recipe(
                name, other, lexicalWeight, enoughFound, meaningFedBack, wordsFedBack, commonTaken);
    }

    private Recipe weighing(double words) {
        return new Recipe(
                name, rule, words, enoughFound, meaningFedBack, wordsFedBack, commonTaken);
    }

    private Recipe enough(double share) {
        return new Recipe(
                name, rule, lexicalWeight, share, meaningFedBack, wordsFedBack, commonTaken);
    }

    private Recipe feeding(int meaning, int words) {
        return new Recipe(name, rule, lexicalWeight, enoughFound, meaning, words, commonTaken);
    }

    private Recipe taking(double common) {
        return new Recipe(
                name, rule, lexicalWeight, enoughFound, meaningFedBack, wordsFedBack, common);
    }
}
