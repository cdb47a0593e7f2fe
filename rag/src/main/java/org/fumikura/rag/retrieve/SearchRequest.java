package org.fumikura.rag.retrieve;

import org.fumikura.rag.Scope;

/// What to look for.
///
/// @param query a question or words, in any language
/// @param limit how many passages at the most
public record SearchRequest(String query, SearchMode mode, int limit, Scope scope) {
    public SearchRequest {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1");
        }
    }
}
