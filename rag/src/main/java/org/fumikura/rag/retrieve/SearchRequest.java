package org.fumikura.rag.retrieve;

import org.fumikura.rag.Scope;
import org.fumikura.rag.index.Restriction;

/// What to look for.
///
/// @param query a question or words, in any language
/// @param limit how many passages at the most
/// @param within which passages may be found
public record SearchRequest(String query, SearchMode mode, int limit, Restriction within) {
    public SearchRequest {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1");
        }
    }

    /// A search of a whole scope.
    public SearchRequest(String query, SearchMode mode, int limit, Scope scope) {
        this(query, mode, limit, Restriction.to(scope));
    }

    /// The same search for at least `passages` passages.
    SearchRequest atLeast(int passages) {
        return new SearchRequest(query, mode, Math.max(limit, passages), within);
    }

    /// The same search for other words, restricted otherwise.
    SearchRequest with(String otherQuery, Restriction otherRestriction) {
        return new SearchRequest(otherQuery, mode, limit, otherRestriction);
    }
}
