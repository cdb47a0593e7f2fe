package org.fumikura.rag.retrieve;

import org.fumikura.rag.PassageId;

/// A passage that a search found, and what became of it.
public record Candidate(RankedPassage ranked, Fate fate) {
    /// What became of a passage that was found.
    public sealed interface Fate {
        /// It is among the hits, at this rank from 1.
        record Kept(int rank) implements Fate {}

        /// It says the same as a better one, which stands for it.
        record Folded(PassageId into) implements Fate {}

        /// As many better ones were found as were asked for.
        record TooLow() implements Fate {}
    }
}
