package org.fumikura.rag.search;

import java.util.List;
import org.fumikura.rag.answer.Hit;
import org.fumikura.rag.query.Query;
import org.fumikura.rag.retrieve.Candidate;
import org.fumikura.rag.retrieve.Explanation;

/// A search, and how it came to what it found.
///
/// @param query what was typed, as it was understood
/// @param how the steps of the search
/// @param passages all that was found by words or by meaning, best first
public record Inspection(Query query, Explanation how, List<Inspected> passages) {
    public Inspection {
        passages = List.copyOf(passages);
    }

    /// A passage found and what became of it.
    ///
    /// @param hit the passage and its file
    /// @param fate whether it is a hit
    /// @param evidence whether an answer would read it
    public record Inspected(Hit hit, Candidate.Fate fate, Evidence evidence) {}

    /// What an answer to the same words makes of a passage.
    public enum Evidence {
        /// Its best sentences are put before the model.
        READ,
        /// They are if what is read first does not answer.
        READ_ON,
        /// It is among the hits that an answer looks at, and left out: the budget is spent, or it
        /// is too far below the best.
        CUT,
        /// It is not among the hits that an answer looks at.
        NOT_OFFERED
    }
}
