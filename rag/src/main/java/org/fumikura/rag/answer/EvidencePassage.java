package org.fumikura.rag.answer;

import java.util.List;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;

/// A passage offered to the model, and what the model is shown of it.
///
/// @param number its label in the prompt, from 1
/// @param shown the stretch of the passage's text put into the prompt
record EvidencePassage(int number, Hit hit, String shown) {
    String text() {
        return passage().text();
    }

    /// Whether this comes right before or after `other` in the same document.
    boolean isBeside(EvidencePassage other) {
        return id().document().equals(other.id().document())
                && Math.abs(id().ordinal() - other.id().ordinal()) == 1;
    }

    /// Whether this goes on where what is shown of `other` ends, on the same page and under the
    /// same headings.
    boolean readsOnFrom(EvidencePassage other) {
        return isBeside(other)
                && id().ordinal() > other.id().ordinal()
                && text().startsWith(shown)
                && other.text().endsWith(other.shown)
                && passage().page() == other.passage().page()
                && headings().equals(other.headings());
    }

    Passage passage() {
        return hit.ranked().passage();
    }

    PassageId id() {
        return passage().id();
    }

    List<String> headings() {
        return passage().headings();
    }
}
