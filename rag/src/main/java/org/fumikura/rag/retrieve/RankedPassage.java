package org.fumikura.rag.retrieve;

import java.util.OptionalInt;
import org.fumikura.rag.Passage;

/// A passage that answers a search, with how it was found.
///
/// @param score the fused score, from 0 to 1; comparable within one list only
/// @param lexicalRank its rank by words, from 1; empty if words did not find it
/// @param vectorRank its rank by meaning, from 1; empty if meaning did not find it
/// @param similarity cosine of the passage's and the query's vectors; NaN if unknown
public record RankedPassage(
        Passage passage,
        double score,
        OptionalInt lexicalRank,
        OptionalInt vectorRank,
        double similarity) {
    /// The same with another score.
    RankedPassage scored(double other) {
        return new RankedPassage(passage, other, lexicalRank, vectorRank, similarity);
    }
}
