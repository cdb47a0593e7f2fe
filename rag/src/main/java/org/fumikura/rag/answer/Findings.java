package org.fumikura.rag.answer;

import java.util.List;
import org.fumikura.rag.retrieve.Found;

/// What was found for a question.
///
/// @param asked what the query is about
/// @param hits best first
record Findings(AskedWords asked, List<Hit> hits) {
    /// What was searched for in the place of `asked`: with words put right, or without the quotes
    /// around what is nowhere said just so.
    static String query(String asked, Found found) {
        String query = found.corrected().orElse(asked);
        return found.absent().isEmpty() ? query : query.replaceAll("[\"“”＂]", "");
    }

    /// What it was found by: the question's words, or what was searched for in their place.
    String query() {
        return asked.question();
    }

    /// The query, if it is not what was asked; else nothing.
    String inPlaceOf(Question question) {
        return query().equals(question.words()) ? "" : query();
    }
}
