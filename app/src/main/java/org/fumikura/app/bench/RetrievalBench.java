package org.fumikura.app.bench;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.fumikura.app.bench.SyntheticCorpus.Query;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.Scope;
import org.fumikura.rag.chunk.Chunker;
import org.fumikura.rag.index.IndexSettings;
import org.fumikura.rag.index.LucenePassageIndex;
import org.fumikura.rag.index.PassageIndex;
import org.fumikura.rag.retrieve.HybridRetriever;
import org.fumikura.rag.retrieve.RankedPassage;
import org.fumikura.rag.retrieve.SearchMode;
import org.fumikura.rag.retrieve.SearchRequest;
import org.jspecify.annotations.Nullable;

/// Searches a made-up corpus in a real index. The questions' vectors are made beforehand, so their
/// embedding costs nothing here.
final class RetrievalBench {
    private static final int PASSAGES = 10_000;
    private static final int QUERIES = 400;
    private static final int WARM_UP = 200;
    private static final int LIMIT = 10;

    /// Documents written between two commits, so that the index grows as it does in use.
    private static final int COMMIT_EVERY = 50;

    private final Path folder;
    private final int dimension;
    private final Consumer<BenchStage> stages;

    /// @param folder an empty folder
    /// @param dimension of the vectors
    RetrievalBench(Path folder, int dimension, Consumer<BenchStage> stages) {
        this.folder = folder;
        this.dimension = dimension;
        this.stages = stages;
    }

    List<BenchReport.Retrieval> measure() {
        stages.accept(BenchStage.CORPUS);
        var corpus = new SyntheticCorpus(PASSAGES, dimension);
        try (PassageIndex index =
                LucenePassageIndex.open(
                        folder, new IndexSettings("synthetic", dimension, Chunker.VERSION))) {
            fill(index, corpus);
            List<Query> warmUp = corpus.queries(WARM_UP, 2);
            List<Query> queries = corpus.queries(QUERIES, 3);
            stages.accept(BenchStage.SEARCH);
            return List.of(SearchMode.values()).stream()
                    .map(mode -> {
                        search(index, warmUp, mode);
                        return figures(search(index, queries, mode), mode, corpus);
                    })
                    .toList();
        }
    }

    private static void fill(PassageIndex index, SyntheticCorpus corpus) {
        for (int document = 0; document < corpus.documents(); document++) {
            var passages = corpus.document(document);
            index.replace(passages.getFirst().id().document(), "", passages);
            index.putVectors(corpus.vectors(document));
            if ((document + 1) % COMMIT_EVERY == 0) {
                index.commit();
            }
        }
        index.commit();
    }

    private static List<Search> search(PassageIndex index, List<Query> queries, SearchMode mode) {
        var retriever = new HybridRetriever(index, Optional.of(new KnownVectors(queries)));
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

    private static BenchReport.Retrieval figures(
            List<Search> searches, SearchMode mode, SyntheticCorpus corpus) {
        List<Double> millis = searches.stream().map(Search::millis).sorted().toList();
        return new BenchReport.Retrieval(
                PASSAGES,
                mode.name().toLowerCase(Locale.ROOT),
                percentile(millis, 0.50),
                percentile(millis, 0.95),
                recall(searches, mode, corpus));
    }

    private static @Nullable Double recall(
            List<Search> searches, SearchMode mode, SyntheticCorpus corpus) {
        return switch (mode) {
            case VECTOR ->
                    Rounded.thousandth(
                            searches.stream()
                                    .mapToDouble(search -> search.recall(corpus))
                                    .average()
                                    .orElse(0));
            case LEXICAL, HYBRID -> null;
        };
    }

    private static double percentile(List<Double> sorted, double share) {
        return Rounded.thousandth(sorted.get((int) Math.ceil(share * sorted.size()) - 1));
    }

    /// A query, what it found and how long that took.
    private record Search(Query query, List<RankedPassage> found, double millis) {
        double recall(SyntheticCorpus corpus) {
            Set<PassageId> ids =
                    found.stream()
                            .map(ranked -> ranked.passage().id())
                            .collect(Collectors.toCollection(HashSet::new));
            ids.retainAll(corpus.nearest(query.vector(), LIMIT));
            return (double) ids.size() / LIMIT;
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
