package org.fumikura.rag.task;

import java.util.List;
import org.fumikura.rag.Span;

/// A block of a document and what was made of it.
///
/// @param form what it is in the document
/// @param source its text, a cell each for a table's row, else one
/// @param text what was made of it, in the same number
/// @param page from 1
public record RewrittenBlock(
        Form form, List<String> source, List<String> text, Mark mark, int page, Span span) {
    public RewrittenBlock {
        source = List.copyOf(source);
        text = List.copyOf(text);
    }

    /// What a block is.
    public sealed interface Form {
        /// A heading; `level` from 1.
        record Heading(int level) implements Form {}

        /// Running text.
        record Paragraph() implements Form {}

        /// An entry of a list with its sign, such as `-` or `3.`.
        record Item(String sign) implements Form {}

        /// A row of a table.
        record Row(Place place) implements Form {
            /// Whether a row begins its table.
            public enum Place {
                FIRST,
                LATER
            }
        }

        /// Text kept as it is, line by line.
        record Verbatim() implements Form {}
    }

    /// How the model's work came out.
    public enum Mark {
        /// As asked.
        DONE,
        /// Nothing to do: program code, numbers, or in the wanted language already.
        KEPT,
        /// Twice empty, cut off, or in the wrong language: the source stands in its place.
        FAILED
    }
}
