package org.fumikura.rag.retrieve;

import static org.fumikura.rag.index.PassageFixtures.document;
import static org.fumikura.rag.index.PassageFixtures.id;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalInt;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.index.ScoredPassage;
import org.fumikura.rag.retrieve.Fusion.Fused;
import org.junit.jupiter.api.Test;

class FusionTest {
    private static final PassageId A = id(document('a'), 0);
    private static final PassageId B = id(document('b'), 0);
    private static final PassageId C = id(document('c'), 0);

    @Test
    void mixesStretchedScoresByWeight() {
        List<Fused> fused =
                Fusion.fuse(
                        Recipe.Rule.CONVEX,
                        List.of(
                                new ScoredPassage(A, 30),
                                new ScoredPassage(B, 20),
                                new ScoredPassage(C, 10)),
                        List.of(new ScoredPassage(B, 0.9), new ScoredPassage(A, 0.8)),
                        0.25);
        assertEquals(
                List.of(
                        new Fused(B, 0.25 * 0.5 + 0.75, OptionalInt.of(2), OptionalInt.of(1)),
                        new Fused(A, 0.25, OptionalInt.of(1), OptionalInt.of(2)),
                        new Fused(C, 0, OptionalInt.of(3), OptionalInt.empty())),
                fused);
    }

    @Test
    void aSingleListKeepsItsOrderAndSpansZeroToOne() {
        List<ScoredPassage> words = List.of(new ScoredPassage(C, 5), new ScoredPassage(A, 1));
        assertEquals(
                List.of(
                        new Fused(C, 1, OptionalInt.of(1), OptionalInt.empty()),
                        new Fused(A, 0, OptionalInt.of(2), OptionalInt.empty())),
                Fusion.fuse(Recipe.Rule.CONVEX, words, List.of(), 0.25));
    }

    @Test
    void equalScoresAreOrderedById() {
        List<ScoredPassage> meaning = List.of(new ScoredPassage(C, 0.5), new ScoredPassage(A, 0.5));
        assertEquals(
                List.of(A, C),
                Fusion.fuse(Recipe.Rule.CONVEX, List.of(), meaning, 0.25).stream()
                        .map(Fused::id)
                        .toList());
    }

    @Test
    void nothingFoundIsNothingFused() {
        assertEquals(List.of(), Fusion.fuse(Recipe.Rule.CONVEX, List.of(), List.of(), 0.25));
    }

    @Test
    void reciprocalRanksLookAtNoScore() {
        List<Fused> fused =
                Fusion.fuse(
                        Recipe.Rule.RECIPROCAL,
                        List.of(new ScoredPassage(A, 900), new ScoredPassage(B, 1)),
                        List.of(new ScoredPassage(B, 0.9), new ScoredPassage(C, 0.1)),
                        0.5);
        assertEquals(List.of(B, A, C), fused.stream().map(Fused::id).toList());
        assertEquals(0.5 + 0.5 * 61 / 62, fused.getFirst().score(), 1e-9);
        assertEquals(0.5, fused.get(1).score(), 1e-9);
    }
}
