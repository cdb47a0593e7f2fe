package org.fumikura.rag.retrieve;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.index.PassageSearch;
import org.fumikura.rag.index.Restriction;

/// Searches as it is asked to; where that leads nowhere, for what was probably meant: without the
/// phrases that no passage has, with the words put right that none has. What is found as it was
/// asked for is never touched.
public final class TolerantRetriever implements ExplainingRetriever {
    private final ExplainingRetriever exact;
    private final PassageSearch index;

    /// @param exact searches `index` as it is asked to
    /// @param index borrowed
    public TolerantRetriever(ExplainingRetriever exact, PassageSearch index) {
        this.exact = exact;
        this.index = index;
    }

    @Override
    public List<RankedPassage> retrieve(SearchRequest request) {
        return find(request).passages();
    }

    @Override
    public Found find(SearchRequest request) {
        List<RankedPassage> found = exact.retrieve(request);
        boolean loose = found.isEmpty() && !request.within().phrases().isEmpty();
        SearchRequest asked =
                loose ? request.with(request.query(), request.within().withoutPhrases()) : request;
        List<RankedPassage> passages = loose ? exact.retrieve(asked) : found;
        List<String> absent = loose && !passages.isEmpty() ? request.within().phrases() : List.of();
        if (hasWords(asked, passages)) {
            return new Found(passages, Optional.empty(), absent);
        }
        Optional<String> corrected = index.correction(asked.query());
        List<RankedPassage> better =
                corrected
                        .map(query -> exact.retrieve(asked.with(query, asked.within())))
                        .orElse(List.of());
        return byWords(better)
                ? new Found(better, corrected, absent)
                : new Found(passages, Optional.empty(), absent);
    }

    @Override
    public List<Passage> passages(List<PassageId> ids) {
        return index.passages(ids);
    }

    @Override
    public Map<String, Double> rarity(String text) {
        return index.rarity(text);
    }

    @Override
    public Explanation explain(SearchRequest request) {
        Found found = find(request);
        Restriction within =
                found.absent().isEmpty() ? request.within() : request.within().withoutPhrases();
        return exact.explain(request.with(found.corrected().orElse(request.query()), within))
                .tolerating(found.corrected(), found.absent());
    }

    /// Whether any passage has a word of the query, as far as words are searched for.
    private boolean hasWords(SearchRequest asked, List<RankedPassage> passages) {
        return asked.mode() == SearchMode.VECTOR
                || byWords(passages)
                || !index.lexical(asked.query(), asked.within(), 1).isEmpty();
    }

    private static boolean byWords(List<RankedPassage> passages) {
        return passages.stream().anyMatch(passage -> passage.lexicalRank().isPresent());
    }
}
