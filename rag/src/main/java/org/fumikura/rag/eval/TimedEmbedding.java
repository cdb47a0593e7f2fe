package org.fumikura.rag.eval;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.List;

/// An embedding model that knows how long it has worked. For one thread.
final class TimedEmbedding implements EmbeddingModel {
    private final EmbeddingModel model;
    private long nanos;

    TimedEmbedding(EmbeddingModel model) {
        this.model = model;
    }

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        long start = System.nanoTime();
        try {
            return model.embedAll(segments);
        } finally {
            nanos += System.nanoTime() - start;
        }
    }

    long nanos() {
        return nanos;
    }
}
