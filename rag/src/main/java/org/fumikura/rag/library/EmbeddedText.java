package org.fumikura.rag.library;

import org.fumikura.rag.Passage;

/// What of a passage is embedded: its text under its nearest heading, which often names the thing
/// the text only calls "it".
final class EmbeddedText {
    private EmbeddedText() {}

    static String of(Passage passage) {
        return passage.headings().isEmpty()
                ? passage.text()
                : passage.headings().getLast() + "\n" + passage.text();
    }
}
