package org.fumikura.rag.note;

import java.nio.file.Path;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Span;
import org.fumikura.rag.answer.Citation;

/// A place in a document that bears out a sentence of a note.
///
/// @param page from 1
/// @param span the stretch of the document's text
/// @param quote exactly that stretch
public record NoteSource(
        DocumentId document, Path file, String title, int page, Span span, String quote) {
    /// The place that a citation names.
    public static NoteSource of(Citation citation) {
        return new NoteSource(
                citation.passage().document(),
                citation.file(),
                citation.title(),
                citation.page(),
                citation.span(),
                citation.quote());
    }
}
