package org.fumikura.rag.retrieve;

import dev.langchain4j.model.embedding.EmbeddingModel;
import java.util.LinkedHashMap;
import java.util.Map;

/// Vectors of queries, the last ones remembered: a question is searched for more than once, while
/// it is typed, when it is asked and when its answer is checked. Safe for several threads.
final class QueryVectors {
    private static final int REMEMBERED = 64;

    private final EmbeddingModel model;
    private final Map<String, float[]> remembered =
            new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
                    return size() > REMEMBERED;
                }
            };

    /// @param model borrowed; it adds what the embedder wants before a query
    QueryVectors(EmbeddingModel model) {
        this.model = model;
    }

    /// The query's vector; the array is shared, so it is only read. Embedding happens outside the
    /// lock: two threads may embed the same new query, but none waits for another's.
    float[] of(String query) {
        synchronized (remembered) {
            float[] known = remembered.get(query);
            if (known != null) {
                return known;
            }
        }
        float[] vector = model.embed(query).content().vector();
        synchronized (remembered) {
            remembered.put(query, vector);
        }
        return vector;
    }
}
