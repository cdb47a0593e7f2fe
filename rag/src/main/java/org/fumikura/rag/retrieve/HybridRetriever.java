package org.fumikura.rag.retrieve;

import dev.langchain4j.model.embedding.EmbeddingModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.RagException;
import org.fumikura.rag.index.PassageIndex;
import org.fumikura.rag.index.ScoredPassage;
import org.fumikura.rag.retrieve.Fusion.Fused;

/// Searches by words and by meaning and fuses what both find.
public final class HybridRetriever implements Retriever {
    /// How much words count against meaning; see `docs/evaluation/retrieval.md`.
    static final double LEXICAL_WEIGHT = 0.5;

    /// Both lists are at least this deep: scores are stretched over the whole list, so a short one
    /// would make much of small differences.
    private static final int DEPTH = 100;

    private final PassageIndex index;
    private final Optional<QueryVectors> vectors;
    private final Fusion fusion = new Fusion(LEXICAL_WEIGHT);

    /// @param index borrowed
    /// @param queries the embedding model for questions, its prefix included; borrowed. Without
    ///   one, search is by words
    public HybridRetriever(PassageIndex index, Optional<EmbeddingModel> queries) {
        this.index = index;
        this.vectors = queries.map(QueryVectors::new);
    }

    @Override
    public List<RankedPassage> retrieve(SearchRequest request) {
        if (request.query().isBlank()) {
            return List.of();
        }
        List<Fused> fused =
                switch (request.mode()) {
                    case LEXICAL -> fusion.fuse(lexical(request), List.of());
                    case VECTOR -> fusion.fuse(List.of(), nearest(request, needed()));
                    case HYBRID ->
                            fusion.fuse(
                                    lexical(request),
                                    vectors.map(known -> nearest(request, known))
                                            .orElse(List.of()));
                };
        return firstOfEachText(fused, request.limit());
    }

    private QueryVectors needed() {
        return vectors.orElseThrow(
                () -> new RagException(RagException.Code.EMBEDDER_MISSING, "search by meaning"));
    }

    private List<ScoredPassage> lexical(SearchRequest request) {
        return index.lexical(request.query(), request.scope(), depth(request));
    }

    private List<ScoredPassage> nearest(SearchRequest request, QueryVectors known) {
        return index.nearest(known.of(request.query()), request.scope(), depth(request));
    }

    private static int depth(SearchRequest request) {
        return Math.max(DEPTH, request.limit());
    }

    /// Two copies of a document, or a page header on every page, would fill the list with one text:
    /// only the first passage of each text is kept. Passages that an interleaved write has removed
    /// fall out here too.
    private List<RankedPassage> firstOfEachText(List<Fused> fused, int limit) {
        List<RankedPassage> kept = new ArrayList<>();
        Set<String> texts = new HashSet<>();
        for (int from = 0; from < fused.size() && kept.size() < limit; from += limit) {
            List<Fused> batch = fused.subList(from, Math.min(fused.size(), from + limit));
            Map<PassageId, Passage> passages =
                    index.passages(batch.stream().map(Fused::id).toList()).stream()
                            .collect(Collectors.toMap(Passage::id, Function.identity()));
            Iterator<Fused> ranked = batch.iterator();
            while (ranked.hasNext() && kept.size() < limit) {
                Fused next = ranked.next();
                Passage passage = passages.get(next.id());
                if (passage != null && texts.add(letters(passage.text()))) {
                    kept.add(
                            new RankedPassage(
                                    passage,
                                    next.score(),
                                    next.lexicalRank(),
                                    next.vectorRank(),
                                    next.similarity()));
                }
            }
        }
        return kept;
    }

    /// The text without what does not make two texts different: spaces and line breaks.
    private static String letters(String text) {
        return text.replaceAll("\\s+", "");
    }
}
