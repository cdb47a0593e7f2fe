package org.fumikura.rag.answer;

import org.fumikura.rag.Passage;
import org.fumikura.rag.library.Source;

/// A passage that a model is to write from, and what it is shown of it.
///
/// @param shown all of the passage's text, or some of its sentences
public record Excerpt(Passage passage, Source source, String shown) {
    /// All of a passage.
    public Excerpt(Passage passage, Source source) {
        this(passage, source, passage.text());
    }
}
