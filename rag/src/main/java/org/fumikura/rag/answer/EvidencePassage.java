package org.fumikura.rag.answer;

import java.util.List;

/// A passage offered to the model, and what the model is shown of it.
///
/// @param number its label in the prompt, from 1
/// @param shown the stretch of the passage's text put into the prompt
record EvidencePassage(int number, Hit hit, String shown) {
    String text() {
        return hit.ranked().passage().text();
    }

    List<String> headings() {
        return hit.ranked().passage().headings();
    }
}
