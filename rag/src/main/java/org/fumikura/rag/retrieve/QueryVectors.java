package org.fumikura.rag.retrieve;

import dev.langchain4j.model.embedding.EmbeddingModel;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Vectors of queries, the last ones remembered: a question is searched for more than once, while
/// it is typed, when it is asked and when its answer is checked. Safe for several threads.
final class QueryVectors {
    private static final int REMEMBERED = 64;

    /// A query means something else to another model.
    private record Key(String model, String query) {}

    private final Map<Key, float[]> remembered =
            new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, float[]> eldest) {
                    return size() > REMEMBERED;
                }
            };

    /// The query's vector; the array is shared, so it is only read. Embedding happens outside the
    /// lock: two threads may embed the same new query, but none waits for another's.
    ///
    /// @param model adds what the embedder wants before a query
    float[] of(String query, EmbeddingModel model) {
        Key key = new Key(model.modelName(), query);
        float[] known = find(key);
        if (known != null) {
            return known;
        }
        float[] vector = model.embed(query).content().vector();
        synchronized (remembered) {
            remembered.put(key, vector);
        }
        return vector;
    }

    private float @Nullable [] find(Key key) {
        synchronized (remembered) {
            return remembered.get(key);
        }
    }
}
