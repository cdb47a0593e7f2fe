package org.fumikura.rag.index;

import java.util.List;
import org.fumikura.rag.Span;

/// The part of a passage that shows best why it was found, on one line.
///
/// @param text with an ellipsis where something is left out
/// @param marks the words of the query in it, in order, apart from each other
public record Snippet(String text, List<Span> marks) {
    public Snippet {
        marks = List.copyOf(marks);
    }
}
