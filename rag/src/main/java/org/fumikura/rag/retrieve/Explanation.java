package org.fumikura.rag.retrieve;

import java.util.List;
import java.util.Optional;
import org.fumikura.rag.index.QueryTerm;

/// How a search came to what it found.
///
/// @param searched the search that was made in the end, words put right and phrases given up
///   included
/// @param corrected the words that were put right; empty if none were
/// @param absent the phrases that were given up
/// @param terms what was looked for by words
/// @param added what the first answers added to it
/// @param lexicalWeight how much words counted against meaning, from 0 to 1
/// @param order who put the first candidates in order
/// @param candidates all that was found by words or by meaning, best first
public record Explanation(
        SearchRequest searched,
        Optional<String> corrected,
        List<String> absent,
        List<QueryTerm> terms,
        List<QueryTerm> added,
        double lexicalWeight,
        Order order,
        List<Candidate> candidates) {
    /// What the order of the first candidates comes from.
    public enum Order {
        /// Words and meaning.
        FUSED,
        /// A reranker's scores of question and passage together.
        RERANKED
    }

    public Explanation {
        absent = List.copyOf(absent);
        terms = List.copyOf(terms);
        added = List.copyOf(added);
        candidates = List.copyOf(candidates);
    }

    /// The same with what a search was made less strict by.
    Explanation tolerating(Optional<String> meant, List<String> phrases) {
        return new Explanation(
                searched, meant, phrases, terms, added, lexicalWeight, order, candidates);
    }

    /// The same in the order of a reranker.
    Explanation reranked(List<Candidate> ordered) {
        return new Explanation(
                searched, corrected, absent, terms, added, lexicalWeight, Order.RERANKED, ordered);
    }
}
