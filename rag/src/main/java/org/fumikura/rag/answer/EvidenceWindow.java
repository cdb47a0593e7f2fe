package org.fumikura.rag.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fumikura.rag.Span;
import org.fumikura.rag.answer.Attribution.Place;
import org.fumikura.rag.chunk.SentenceSplitter;
import org.fumikura.rag.index.ContentTerms;

/// A sentence of the evidence, or two neighbours, with all that may bear a claim out.
///
/// @param span the stretch of the passage's text
/// @param sentences one or two
/// @param folded the stretch in one case and width
/// @param text the stretch, then the document's title and the passage's headings
/// @param own content terms of the stretch alone
/// @param terms those of title and headings too, and all numbers
/// @param numbers of stretch, title and headings
/// @param inquires whether the stretch asks rather than states
record EvidenceWindow(
        EvidencePassage passage,
        Span span,
        int sentences,
        String folded,
        String text,
        Set<String> own,
        Set<String> terms,
        Set<String> numbers,
        boolean inquires) {
    /// All of `evidence`, in order.
    static List<EvidenceWindow> all(
            ContentTerms terms, SentenceSplitter splitter, List<EvidencePassage> evidence) {
        var all = new ArrayList<EvidenceWindow>();
        for (EvidencePassage passage : evidence) {
            List<Span> sentences = new ArrayList<>(splitter.split(passage.text()));
            // What speaks to the model bears nothing out.
            sentences.removeAll(Instruction.in(passage.text(), splitter));
            for (int from = 0; from < sentences.size(); from++) {
                for (int count = 1; count <= 2 && from + count <= sentences.size(); count++) {
                    var span =
                            new Span(
                                    sentences.get(from).start(),
                                    sentences.get(from + count - 1).end());
                    all.add(of(terms, passage, span, count));
                }
            }
        }
        return List.copyOf(all);
    }

    private static EvidenceWindow of(
            ContentTerms terms, EvidencePassage passage, Span span, int sentences) {
        String text = span.of(passage.text());
        String context =
                Quotation.name(passage.hit().source().title())
                        + "\n"
                        + passage.headings().stream()
                                .map(Quotation::name)
                                .collect(Collectors.joining("\n"));
        Set<String> own = terms.of(text);
        var known = new HashSet<>(own);
        known.addAll(terms.of(context));
        var numbers = new LinkedHashSet<>(Numbers.statedIn(text));
        numbers.addAll(Numbers.statedIn(context));
        known.addAll(numbers);
        return new EvidenceWindow(
                passage,
                span.trimmed(passage.text()),
                sentences,
                Claim.folded(text),
                text + "\n" + context,
                own,
                Set.copyOf(known),
                Set.copyOf(numbers),
                Inquiry.isOne(text));
    }

    /// Whether the stretch has these words, one after the other.
    boolean says(Wording wording) {
        return wording.standsInFolded(folded);
    }

    Place place() {
        return new Place(passage, span);
    }

    /// Whether it begins with the same sentence as `other`.
    boolean beginsLike(EvidenceWindow other) {
        return passage.number() == other.passage.number() && span.start() == other.span.start();
    }

    /// Whether the whole passage, its title or its headings mention `name`.
    boolean passageMentions(String name) {
        return mentions(name) || Names.mentions(passage.text(), name);
    }

    boolean mentions(String name) {
        return Names.mentions(text, name);
    }
}
