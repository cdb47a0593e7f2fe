package org.fumikura.rag.answer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.chunk.SentenceSplitter;
import org.fumikura.rag.index.ContentTerms;

/// Which of the passages found for a question its answer would read: chosen as an answer chooses
/// them, without a model. May be used from any thread.
public final class EvidenceChoice implements AutoCloseable {
    private final AnswerSettings settings;
    private final ContentTerms terms = new ContentTerms();
    private final EvidenceSelection selection;

    /// @param passages passages by id, in the order asked; those that are not there are left out
    public EvidenceChoice(
            AnswerSettings settings, Function<List<PassageId>, List<Passage>> passages) {
        this.settings = settings;
        selection =
                new EvidenceSelection(
                        terms,
                        new SentenceSplitter(),
                        new WholeDocument(passages),
                        settings.evidenceTokens(),
                        settings.passageTokens());
    }

    /// How many of the hits are looked at.
    public int offered() {
        return settings.passages();
    }

    /// What is read for a question.
    ///
    /// @param first at once
    /// @param then only if that does not answer it
    public record Choice(Set<PassageId> first, Set<PassageId> then) {}

    /// The passages that are read; the others go beyond the budget, are too far below the best, say
    /// what better ones say, or are headings without a word of the question.
    ///
    /// @param query what was searched for
    /// @param hits best first
    public Choice of(String query, List<Hit> hits) {
        List<Hit> offered = hits.stream().limit(settings.passages()).toList();
        List<ChosenEvidence> readings =
                selection.select(query, offered).readings(OnePlace.answers(query, terms));
        Set<PassageId> first = ids(readings.getFirst());
        Set<PassageId> then = new HashSet<>(ids(readings.getLast()));
        then.removeAll(first);
        return new Choice(first, then);
    }

    private static Set<PassageId> ids(ChosenEvidence evidence) {
        return evidence.passages().stream().map(EvidencePassage::id).collect(Collectors.toSet());
    }

    @Override
    public void close() {
        terms.close();
    }
}
