package org.fumikura.rag.eval;

import dev.langchain4j.model.embedding.EmbeddingModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.fumikura.rag.Scope;
import org.fumikura.rag.eval.RetrievalSet.Question;
import org.fumikura.rag.retrieve.HybridRetriever;
import org.fumikura.rag.retrieve.Recipe;
import org.fumikura.rag.retrieve.Retriever;
import org.fumikura.rag.retrieve.SearchMode;
import org.fumikura.rag.retrieve.SearchRequest;

/// A judged set in a real index, each text one passage; every question goes the way a person's
/// question goes. For one thread.
public final class RetrievalEvaluation implements AutoCloseable {
    /// Rankings are this deep, as `recall@100` needs.
    private static final int DEPTH = 100;

    /// An embedding model's two views.
    ///
    /// @param queries adds what the model wants before a question
    /// @param passages adds what the model wants before a passage
    public record Embedder(EmbeddingModel queries, EmbeddingModel passages) {}

    /// Hears how many of the set's texts have been embedded.
    public interface Progress {
        /// `done` of `total` texts have their vector.
        void embedded(int done, int total);
    }

    /// The figures of a set in one mode.
    ///
    /// @param recipe how a hybrid search was put together
    /// @param queries how many judged questions
    /// @param seconds wall time of indexing, embedding and searching
    /// @param p50Millis median time of a search, the question's embedding apart
    /// @param p95Millis the time that 95 of 100 searches stay within
    /// @param run the rankings themselves
    public record Result(
            String set,
            SearchMode mode,
            Recipe recipe,
            int queries,
            RankingMetrics metrics,
            double seconds,
            double p50Millis,
            double p95Millis,
            TrecRun run) {}

    private final RetrievalSet set;
    private final SetIndex texts;
    private final Optional<TimedEmbedding> embedding;
    private final long indexNanos;

    private RetrievalEvaluation(
            RetrievalSet set, SetIndex texts, Optional<TimedEmbedding> embedding, long indexNanos) {
        this.set = set;
        this.texts = texts;
        this.embedding = embedding;
        this.indexNanos = indexNanos;
    }

    /// Indexes `set` in a temporary folder that [#close()] deletes.
    ///
    /// @param embedder borrowed; without one only lexical mode can run
    public static RetrievalEvaluation of(
            RetrievalSet set, Optional<Embedder> embedder, Progress progress) {
        long start = System.nanoTime();
        int dimension = embedder.map(model -> model.passages().dimension()).orElse(1);
        SetIndex texts = new SetIndex(set, dimension);
        try {
            embedder.ifPresent(model -> texts.embed(set, model.passages(), progress));
            return new RetrievalEvaluation(
                    set,
                    texts,
                    embedder.map(model -> new TimedEmbedding(model.queries())),
                    System.nanoTime() - start);
        } catch (RuntimeException e) {
            texts.close();
            throw e;
        }
    }

    /// Puts every judged question to the index.
    ///
    /// @param recipe how a hybrid search is put together
    /// @throws org.fumikura.rag.RagException `EMBEDDER_MISSING` for a search by meaning without an
    ///   embedder
    public Result run(SearchMode mode, Recipe recipe) {
        long start = System.nanoTime();
        Optional<EmbeddingModel> queries = embedding.map(EmbeddingModel.class::cast);
        Retriever retriever = new HybridRetriever(texts.index(), () -> queries, recipe);
        SequencedMap<String, List<TrecRun.Hit>> rankings = new LinkedHashMap<>();
        List<Double> millis = new ArrayList<>();
        for (Question question : set.judged()) {
            long embeddedBefore = embeddingNanos();
            long asked = System.nanoTime();
            rankings.put(question.id(), ranking(retriever, question, mode));
            long took = System.nanoTime() - asked - (embeddingNanos() - embeddedBefore);
            millis.add(took / 1e6);
        }
        TrecRun run = new TrecRun(rankings);
        return new Result(
                set.name(),
                mode,
                recipe,
                rankings.size(),
                run.metrics(set.judgements()),
                (indexNanos + System.nanoTime() - start) / 1e9,
                Percentile.of(millis, 0.50),
                Percentile.of(millis, 0.95),
                run);
    }

    private List<TrecRun.Hit> ranking(Retriever retriever, Question question, SearchMode mode) {
        return retriever
                .retrieve(new SearchRequest(question.text(), mode, DEPTH, Scope.EVERYTHING))
                .stream()
                .map(ranked -> new TrecRun.Hit(texts.textId(ranked.passage().id()), ranked.score()))
                .toList();
    }

    private long embeddingNanos() {
        return embedding.map(TimedEmbedding::nanos).orElse(0L);
    }

    @Override
    public void close() {
        texts.close();
    }
}
