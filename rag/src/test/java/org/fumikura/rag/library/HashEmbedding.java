package org.fumikura.rag.library;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands in for an embedding model beyond the module's wall: a vector made of the text's hash. It
/// can be made to wait and to fail.
final class HashEmbedding implements EmbeddingModel {
    static final int DIMENSION = 8;

    private final AtomicInteger texts = new AtomicInteger();
    private final AtomicInteger faults = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    /// How many texts were embedded.
    int texts() {
        return texts.get();
    }

    /// The next `calls` calls fail.
    void failNext(int calls) {
        faults.set(calls);
    }

    /// Calls wait until the returned latch is counted down.
    CountDownLatch hold() {
        gate = new CountDownLatch(1);
        return gate;
    }

    @Override
    public int dimension() {
        return DIMENSION;
    }

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        try {
            gate.await();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(closing);
        }
        if (faults.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("the model is ill");
        }
        texts.addAndGet(segments.size());
        return Response.from(segments.stream().map(HashEmbedding::embedding).toList());
    }

    private static Embedding embedding(TextSegment segment) {
        float[] vector = new float[DIMENSION];
        int hash = segment.text().hashCode();
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] = 0.1f + (hash >>> (4 * i) & 0xf);
        }
        Embedding embedding = Embedding.from(vector);
        embedding.normalize();
        return embedding;
    }
}
