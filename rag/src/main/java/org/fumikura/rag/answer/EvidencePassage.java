package org.fumikura.rag.answer;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.Span;
import org.fumikura.rag.index.SearchText;
import org.fumikura.rag.library.Source;
import org.fumikura.rag.retrieve.RankedPassage;

/// A passage offered to the model, and what the model is shown of it.
///
/// @param number its label in the prompt, from 1
/// @param shown the stretch of the passage's text put into the prompt
record EvidencePassage(int number, Hit hit, String shown) {
    /// One that was not searched for: the best of those that come after it.
    static EvidencePassage given(int number, Excerpt excerpt) {
        var ranked =
                new RankedPassage(
                        excerpt.passage(),
                        1.0 / number,
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        Double.NaN);
        return new EvidencePassage(number, new Hit(ranked, excerpt.source()), excerpt.shown());
    }

    /// A text that is in no document.
    static EvidencePassage given(int number, String text) {
        var document = new DocumentId(String.format(Locale.ROOT, "%064x", number));
        var id = new PassageId(document, 0, 0);
        var passage = new Passage(id, 1, new Span(0, text.length()), List.of(), text);
        return given(number, new Excerpt(passage, new Source(Path.of(""), "")));
    }

    String text() {
        return passage().text();
    }

    /// Whether its text, its title or one of its headings has these letters, whatever stands
    /// between them.
    boolean has(String essence) {
        Stream<String> names =
                Stream.concat(Stream.of(hit.source().title()), headings().stream())
                        .map(Quotation::name);
        return Stream.concat(Stream.of(text()), names)
                .anyMatch(words -> SearchText.essence(words).contains(essence));
    }

    /// Whether this comes right before or after `other` in the same document.
    boolean isBeside(EvidencePassage other) {
        return id().document().equals(other.id().document())
                && Math.abs(id().ordinal() - other.id().ordinal()) == 1;
    }

    /// Whether this goes on where what is shown of `other` ends, on the same page and under the
    /// same headings.
    boolean readsOnFrom(EvidencePassage other) {
        return isBeside(other)
                && id().ordinal() > other.id().ordinal()
                && text().startsWith(shown)
                && other.text().endsWith(other.shown)
                && passage().page() == other.passage().page()
                && headings().equals(other.headings());
    }

    Passage passage() {
        return hit.ranked().passage();
    }

    PassageId id() {
        return passage().id();
    }

    List<String> headings() {
        return passage().headings();
    }
}
