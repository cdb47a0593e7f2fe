package org.fumikura.inference.engine;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.output.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import org.fumikura.inference.catalog.EmbeddingTraits;
import org.fumikura.inference.engine.Call.Urgency;

/// An embedder in a worker process. Questions and passages get different prefixes, so it is used
/// through two views, [#queries()] and [#passages()]; both may be called from several threads.
///
/// Every text is NFKC-normalised, prefixed, cut at the embedder's longest input and turned into a
/// vector of length 1. A question overtakes passages, even those being computed, so a search stays
/// quick while a folder is being indexed. Interrupting a waiting thread stops its call with
/// `CANCELLED`; the worker goes on.
public final class LocalEmbeddingModel implements AutoCloseable {
    /// Passages a message: enough for the runtime to fill its steps.
    private static final int BATCH = 32;

    private final Worker worker;
    private final String modelName;
    private final EmbeddingTraits traits;

    /// @param worker owned: closed with this model
    /// @param modelName reported by both views
    public LocalEmbeddingModel(Worker worker, String modelName, EmbeddingTraits traits) {
        this.worker = worker;
        this.modelName = modelName;
        this.traits = traits;
    }

    /// Embeds questions.
    public EmbeddingModel queries() {
        return new View(traits.queryPrefix(), Urgency.NOW);
    }

    /// Embeds passages, after every waiting question.
    public EmbeddingModel passages() {
        return new View(traits.passagePrefix(), Urgency.LATER);
    }

    /// The process behind this model.
    public Worker worker() {
        return worker;
    }

    /// Ends the worker process. Later calls fail with `CLOSED`.
    @Override
    public void close() {
        worker.close();
    }

    private final class View implements EmbeddingModel {
        private final String prefix;
        private final Urgency urgency;

        View(String prefix, Urgency urgency) {
            this.prefix = prefix;
            this.urgency = urgency;
        }

        @Override
        public int dimension() {
            return traits.dimension();
        }

        @Override
        public String modelName() {
            return modelName;
        }

        @Override
        public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
            List<Embedding> embeddings = new ArrayList<>();
            int tokens = 0;
            while (embeddings.size() < segments.size()) {
                int from = embeddings.size();
                List<String> texts =
                        segments.subList(from, Math.min(from + BATCH, segments.size())).stream()
                                .map(segment -> prefix + segment.text())
                                .toList();
                Request request = new Request.Embed(texts, traits.maxTokens());
                switch (worker.submit(request, urgency, text -> {}).await()) {
                    // Fewer than asked for where it had to make way: the rest is asked for again.
                    case org.fumikura.inference.engine.Response.Vectors vectors -> {
                        vectors.toList().forEach(vector -> embeddings.add(Embedding.from(vector)));
                        tokens += vectors.tokens();
                    }
                    case org.fumikura.inference.engine.Response other ->
                            throw new IllegalStateException("unexpected answer");
                }
            }
            return Response.from(embeddings, new TokenUsage(tokens));
        }
    }
}
