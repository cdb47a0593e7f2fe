package org.fumikura.rag.answer;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.Span;

/// A sentence of a document, word by word.
///
/// @param file where the document is
/// @param title what the document is called
/// @param page where the sentence is, from 1
/// @param span where it stands in the document's text
/// @param text the sentence
/// @param changed when the file was last changed; empty if that is not known
public record Statement(
        PassageId passage,
        Path file,
        String title,
        int page,
        Span span,
        String text,
        Optional<Instant> changed) {
    /// The stretch `span` of the text of the passage `hit`.
    static Statement of(Hit hit, Span span) {
        Passage passage = hit.ranked().passage();
        return new Statement(
                passage.id(),
                hit.source().path(),
                hit.source().title(),
                passage.page(),
                span.shift(passage.span().start()),
                span.of(passage.text()),
                hit.source().changed());
    }
}
