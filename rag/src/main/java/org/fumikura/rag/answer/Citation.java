package org.fumikura.rag.answer;

import java.nio.file.Path;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.Span;

/// A place in a document that supports a sentence of an answer.
///
/// @param number what the answer shows, from 1 in order of first use
/// @param file the file cited
/// @param title the document's title
/// @param page the page, from 1
/// @param span the supporting stretch of the document's text
/// @param quote exactly that stretch
public record Citation(
        int number, PassageId passage, Path file, String title, int page, Span span, String quote) {
    /// The same place under another number.
    public Citation numbered(int other) {
        return new Citation(other, passage, file, title, page, span, quote);
    }
}
