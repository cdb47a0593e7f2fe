package org.fumikura.rag.index;

import java.util.List;

/// A word, or a phrase, that the search by words looks for.
///
/// @param field how it is compared: `english` (stems), `japanese` (dictionary forms), `reading`
///   (how Japanese words sound) or `surface` (as it is written; of Japanese in pairs of characters)
/// @param words one word, or those of a phrase, as the index knows them
/// @param weight how much it counts beside the others
/// @param passages how many passages have it
public record QueryTerm(String field, List<String> words, double weight, int passages) {
    public QueryTerm {
        words = List.copyOf(words);
    }
}
