package org.fumikura.rag.answer;

import java.util.List;
import java.util.function.Function;
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

    /// The passages that are read; the others go beyond the budget, are too far below the best, say
    /// what better ones say, or are headings without a word of the question.
    ///
    /// @param query what was searched for
    /// @param hits best first
    public List<PassageId> of(String query, List<Hit> hits) {
        List<Hit> offered = hits.stream().limit(settings.passages()).toList();
        return selection.select(query, offered).all().passages().stream()
                .map(EvidencePassage::id)
                .toList();
    }

    @Override
    public void close() {
        terms.close();
    }
}
