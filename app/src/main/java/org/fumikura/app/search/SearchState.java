package org.fumikura.app.search;

import org.fumikura.rag.query.QueryReading;
import org.fumikura.rag.search.SearchResult;

/// What the search shows below its field.
public sealed interface SearchState {
    /// Nothing is typed.
    record Blank() implements SearchState {}

    /// What is typed cannot be searched for, at least not yet.
    record Unclear(QueryReading reading) implements SearchState {}

    /// What was found, or why nothing was.
    ///
    /// @param text what was typed for it
    record Listed(String text, SearchResult result, Depth depth) implements SearchState {}

    /// The search failed.
    record Failed(RuntimeException fault) implements SearchState {}

    /// How far a search has come.
    enum Depth {
        /// By words; what is near in meaning is being looked for.
        WORDS_FIRST,
        /// By words, and no further: meaning would have to be asked of another machine, or failed.
        WORDS_ONLY,
        /// By words, and by meaning as far as there is a model for it.
        WHOLE
    }
}
