package org.fumikura.app.viewer;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Span;
import org.fumikura.rag.answer.Citation;
import org.fumikura.rag.answer.Hit;
import org.fumikura.rag.answer.Statement;
import org.fumikura.rag.note.NoteSource;

/// A place in a document that can be opened.
///
/// @param number the citation's number; empty for a passage that is not cited
/// @param page the page, from 1
/// @param span what to mark in the document's text
public record Place(
        OptionalInt number, DocumentId document, Path file, String title, int page, Span span) {
    /// The place a citation points to.
    public static Place of(Citation citation) {
        return new Place(
                OptionalInt.of(citation.number()),
                citation.passage().document(),
                citation.file(),
                citation.title(),
                citation.page(),
                citation.span());
    }

    /// The place of what bears out a note.
    ///
    /// @param number among the note's, from 1
    public static Place of(NoteSource source, int number) {
        return new Place(
                OptionalInt.of(number),
                source.document(),
                source.file(),
                source.title(),
                source.page(),
                source.span());
    }

    /// The place of a sentence of a document.
    public static Place of(Statement statement) {
        return new Place(
                OptionalInt.empty(),
                statement.passage().document(),
                statement.file(),
                statement.title(),
                statement.page(),
                statement.span());
    }

    /// The place of a passage found.
    public static Place of(Hit hit) {
        var passage = hit.ranked().passage();
        return new Place(
                OptionalInt.empty(),
                passage.id().document(),
                hit.source().path(),
                hit.source().title(),
                passage.page(),
                passage.span());
    }
}
