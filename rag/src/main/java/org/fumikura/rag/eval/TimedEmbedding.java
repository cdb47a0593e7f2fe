package org.fumikura.rag.eval;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// An embedding model that knows how long it has worked, and does not embed a text again that it
/// has embedded: a set's questions are asked once for every mode and recipe. For one thread.
final class TimedEmbedding implements EmbeddingModel {
    private final EmbeddingModel model;
    private final Map<TextSegment, Embedding> known = new HashMap<>();
    private long nanos;

    TimedEmbedding(EmbeddingModel model) {
        this.model = model;
    }

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        long start = System.nanoTime();
        try {
            List<TextSegment> fresh =
                    segments.stream().filter(text -> !known.containsKey(text)).distinct().toList();
            if (!fresh.isEmpty()) {
                List<Embedding> made = model.embedAll(fresh).content();
                for (int i = 0; i < fresh.size(); i++) {
                    known.put(fresh.get(i), made.get(i));
                }
            }
            return Response.from(segments.stream().map(known::get).toList());
        } finally {
            nanos += System.nanoTime() - start;
        }
    }

    long nanos() {
        return nanos;
    }
}
