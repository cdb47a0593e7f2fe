package org.fumikura.rag.parse;

import org.fumikura.rag.Span;

/// A piece of a document's structure and its stretch of the document's text. Blocks are in reading
/// order and do not overlap; text between them is white space.
public sealed interface Block {
    /// Where the block lies in the document's text.
    Span span();

    /// The same block `shift` code units further on, a heading `levels` further in.
    default Block moved(int shift, int levels) {
        Span moved = span().shift(shift);
        return switch (this) {
            case Heading(Span _, int level, Span name) ->
                    new Heading(moved, level + levels, name.shift(shift));
            case Paragraph _ -> new Paragraph(moved);
            case ListItem _ -> new ListItem(moved);
            case TableRow row -> new TableRow(moved, row.role());
            case Verbatim _ -> new Verbatim(moved);
        };
    }

    /// A heading; `level` 1 is the outermost. `name` is the part of it that names what follows:
    /// nearly always all of it.
    record Heading(Span span, int level, Span name) implements Block {
        public Heading {
            if (!span.contains(name)) {
                throw new IllegalArgumentException("the name lies outside the heading");
            }
        }

        /// A heading that is nothing but a name.
        public Heading(Span span, int level) {
            this(span, level, span);
        }
    }

    /// Running text.
    record Paragraph(Span span) implements Block {}

    /// One entry of a list, its marker included.
    record ListItem(Span span) implements Block {}

    /// One row of a table, cells separated by tabs.
    record TableRow(Span span, Role role) implements Block {
        /// What a row is to its table. The first row of a table starts a new one even after another
        /// table.
        public enum Role {
            HEADER,
            BODY
        }
    }

    /// Text whose line breaks and spaces matter, such as program code.
    record Verbatim(Span span) implements Block {}
}
