package org.fumikura.app.bench;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fumikura.app.bench.SyntheticCorpus.Query;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.Scope;
import org.fumikura.rag.eval.Percentile;
import org.fumikura.rag.index.PassageSearch;
import org.fumikura.rag.retrieve.HybridRetriever;
import org.fumikura.rag.retrieve.RankedPassage;
import org.fumikura.rag.retrieve.Recipe;
import org.fumikura.rag.retrieve.SearchMode;
import org.fumikura.rag.retrieve.SearchRequest;

/// Searches a made-up corpus in a real index. The questions' vectors are made beforehand, so their
/// embedding costs nothing here.
final class RetrievalBench {
    /// One question in so many is typed, letter by letter.
    private static final int TYPED = 10;

    /// One question in so many is compared with every vector, which takes long in a large corpus.
    private static final int COMPARED = 4;

    private static final int LIMIT = 10;

    /// Searches of each kind before one is measured. After a few hundred much of what a search runs
    /// through is not compiled yet: with 200 the slowest in twenty took half as long again.
    private static final int WARM_UP = 2_000;

    private final PassageSearch index;
    private final SyntheticCorpus corpus;
    private final int asked;

    /// @param index borrowed; holds the corpus
    /// @param asked how many questions each figure is of, at least ten
    RetrievalBench(PassageSearch index, SyntheticCorpus corpus, int asked) {
        this.index = index;
        this.corpus = corpus;
        this.asked = asked;
    }

    /// One figure for each way to search, and one for search as one types.
    List<BenchReport.Retrieval> measure() {
        List<Query> warmUp = corpus.queries(WARM_UP, 2);
        List<Query> queries = corpus.queries(asked, 3);
        List<BenchReport.Retrieval> figures = new ArrayList<>();
        for (SearchMode mode : SearchMode.values()) {
            search(warmUp, mode);
            figures.add(figures(search(queries, mode), mode));
        }
        figures.add(keystrokes(warmUp, queries));
        return figures;
    }

    private BenchReport.Retrieval keystrokes(List<Query> warmUp, List<Query> queries) {
        var typing = new KeystrokeBench(index);
        typing.type(warmUp.subList(0, Math.min(warmUp.size(), asked / TYPED)));
        List<Double> millis = typing.type(queries.subList(0, asked / TYPED));
        return new BenchReport.Retrieval(
                corpus.passages(),
                "keystroke",
                percentile(millis, 0.50),
                percentile(millis, 0.95),
                null);
    }

    private List<Search> search(List<Query> queries, SearchMode mode) {
        Optional<EmbeddingModel> known = Optional.of(new KnownVectors(queries));
        var retriever = new HybridRetriever(index, () -> known, Recipe.FOR_MADE_UP_VECTORS);
        List<Search> searches = new ArrayList<>();
        for (Query query : queries) {
            long start = System.nanoTime();
            List<RankedPassage> found =
                    retriever.retrieve(
                            new SearchRequest(query.text(), mode, LIMIT, Scope.EVERYTHING));
            searches.add(new Search(query, found, (System.nanoTime() - start) / 1e6));
        }
        return searches;
    }

    private BenchReport.Retrieval figures(List<Search> searches, SearchMode mode) {
        List<Double> millis = searches.stream().map(Search::millis).toList();
        return new BenchReport.Retrieval(
                corpus.passages(),
                mode.name().toLowerCase(Locale.ROOT),
                percentile(millis, 0.50),
                percentile(millis, 0.95),
                switch (mode) {
                    case VECTOR -> recall(searches.subList(0, asked / COMPARED));
                    case LEXICAL, HYBRID -> null;
                });
    }

    private double recall(List<Search> searches) {
        List<Set<PassageId>> nearest =
                corpus.nearest(searches.stream().map(Search::query).toList(), LIMIT);
        int found = 0;
        for (int i = 0; i < searches.size(); i++) {
            Set<PassageId> ids = searches.get(i).ids();
            ids.retainAll(nearest.get(i));
            found += ids.size();
        }
        return Rounded.thousandth((double) found / (LIMIT * searches.size()));
    }

    private static double percentile(List<Double> millis, double share) {
        return Rounded.thousandth(Percentile.of(millis, share));
    }

    /// A query, what it found and how long that took.
    private record Search(Query query, List<RankedPassage> found, double millis) {
        Set<PassageId> ids() {
            return found.stream()
                    .map(ranked -> ranked.passage().id())
                    .collect(Collectors.toCollection(HashSet::new));
        }
    }

    /// Vectors made beforehand, by text.
    private static final class KnownVectors implements EmbeddingModel {
        private final Map<String, Embedding> vectors;

        KnownVectors(List<Query> queries) {
            this.vectors =
                    queries.stream()
                            .collect(
                                    Collectors.toMap(
                                            Query::text,
                                            query -> Embedding.from(query.vector()),
                                            (one, other) -> one));
        }

        @Override
        public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
            return Response.from(segments.stream().map(segment -> known(segment.text())).toList());
        }

        private Embedding known(String text) {
            Embedding vector = vectors.get(text);
            if (vector == null) {
                throw new IllegalArgumentException("not a query of this run");
            }
            return vector;
        }
    }
}
