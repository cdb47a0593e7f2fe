package org.fumikura.rag.chunk;

import java.util.List;
import org.fumikura.rag.Span;

/// A piece of a page that no passage tears: a sentence, a table row, a line of code, a heading.
///
/// @param size as [PassageSize] measures it, with the white space before it
/// @param start what begins with it
/// @param headings the headings above it, outermost first
/// @param header the header row of the table it continues; empty elsewhere
record Unit(Span span, int size, Start start, List<String> headings, String header) {
    /// What a unit begins.
    sealed interface Start {
        /// It is a heading of this level and begins a section.
        record Section(int level) implements Start {}

        /// It begins a paragraph, a list entry, a row.
        record Block() implements Start {}

        /// It goes on with what the unit before it began.
        record Nothing() implements Start {}
    }

    Unit {
        headings = List.copyOf(headings);
    }
}
