package org.fumikura.rag.answer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.Span;
import org.fumikura.rag.chunk.SentenceSplitter;
import org.fumikura.rag.index.ContentTerms;
import org.fumikura.rag.library.Source;
import org.fumikura.rag.retrieve.RankedPassage;

/// Passages that tests answer from.
final class Evidence {
    /// Where every passage begins in its document.
    static final int START = 100;

    private Evidence() {}

    /// A passage found, the only one of its document.
    static Hit hit(int document, String text) {
        return hit(document, "Notes", List.of(), text, 0.9);
    }

    static Hit hit(
            int document, String title, List<String> headings, String text, double similarity) {
        var id = new PassageId(id(document), 1, 0);
        var passage =
                new Passage(id, document, new Span(START, START + text.length()), headings, text);
        return found(
                document,
                passage,
                similarity,
                new Source(Path.of("/documents/" + document + ".md"), title));
    }

    /// The `ordinal`-th passage of a document of many, all on one page.
    static Hit part(int ordinal, int rank, String text) {
        var passage =
                new Passage(
                        new PassageId(id(1), 1, ordinal),
                        1,
                        new Span(START * ordinal, START * ordinal + text.length()),
                        List.of(),
                        text);
        return found(rank, passage, 0.9, new Source(Path.of("/documents/parts.md"), "Parts"));
    }

    private static Hit found(int rank, Passage passage, double similarity, Source source) {
        return new Hit(
                new RankedPassage(
                        passage,
                        1.0 / rank,
                        OptionalInt.of(rank),
                        OptionalInt.of(rank),
                        similarity),
                source);
    }

    static DocumentId id(int document) {
        return new DocumentId(String.format(Locale.ROOT, "%064x", document));
    }

    /// For the sentences of an answer to `question`, whose words are all rare.
    static Attribution attribution(
            ContentTerms terms, String question, List<EvidencePassage> evidence) {
        return new Attribution(
                terms, new SentenceSplitter(), AskedWords.of(question, terms, Map.of()), evidence);
    }

    /// The texts as evidence, numbered from 1, all of each shown.
    static List<EvidencePassage> of(String... texts) {
        var evidence = new ArrayList<EvidencePassage>();
        for (String text : texts) {
            int number = evidence.size() + 1;
            evidence.add(new EvidencePassage(number, hit(number, text), text));
        }
        return evidence;
    }
}
