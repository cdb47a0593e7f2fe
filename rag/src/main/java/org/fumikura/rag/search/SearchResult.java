package org.fumikura.rag.search;

import java.util.List;
import java.util.Optional;

/// What a search came to.
///
/// @param hits best first
/// @param corrected what was searched for in place of words that no passage has
/// @param absent phrases that no passage has; they were given up
/// @param nothing why there are no hits; present just when there are none
public record SearchResult(
        List<SearchHit> hits,
        Optional<String> corrected,
        List<String> absent,
        Optional<Nothing> nothing) {
    public SearchResult {
        hits = List.copyOf(hits);
        absent = List.copyOf(absent);
    }

    /// Whether some hit has a word of what was searched for; else all are near in meaning only.
    public boolean hasWords() {
        return hits.stream().anyMatch(found -> found.hit().ranked().lexicalRank().isPresent());
    }

    /// Whether meaning had a part in it.
    public boolean hasMeaning() {
        return hits.stream().anyMatch(found -> found.hit().ranked().vectorRank().isPresent());
    }
}
