package org.fumikura.rag.retrieve;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands in for an embedding model beyond the module's wall: one component a topic, 1 where the
/// text names it, so texts that share topics are near whatever their other words.
public final class ToyEmbedding implements EmbeddingModel {
    private static final List<List<String>> TOPICS =
            List.of(
                    List.of("cat", "feline", "猫"),
                    List.of("boat", "vessel", "船"),
                    List.of("rain", "shower", "雨"));

    private final AtomicInteger texts = new AtomicInteger();

    /// How many texts have been embedded.
    public int texts() {
        return texts.get();
    }

    @Override
    public int dimension() {
        return TOPICS.size() + 1;
    }

    /// The unit vector of `text`.
    public static float[] vector(String text) {
        String words = text.toLowerCase(Locale.ROOT);
        float[] vector = new float[TOPICS.size() + 1];
        vector[TOPICS.size()] = 0.1f;
        for (int i = 0; i < TOPICS.size(); i++) {
            if (TOPICS.get(i).stream().anyMatch(words::contains)) {
                vector[i] = 1;
            }
        }
        Embedding embedding = Embedding.from(vector);
        embedding.normalize();
        return embedding.vector();
    }

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        texts.addAndGet(segments.size());
        return Response.from(
                segments.stream().map(segment -> Embedding.from(vector(segment.text()))).toList());
    }
}
