package org.fumikura.rag.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.index.PassageVector;
import org.fumikura.rag.library.IndexWrite.Vectors.Stretch;

/// Passages gathered for one call of the model, and vectors that are known and go along. On the
/// embedding thread.
final class EmbeddingBatch {
    private final Map<Stretch, Part> parts = new LinkedHashMap<>();

    /// @param known vectors of some of the passages
    void add(Stretch stretch, List<Passage> passages, Map<PassageId, PassageVector> known) {
        parts.keySet()
                .removeIf(earlier ->
                        earlier.document().equals(stretch.document())
                                && earlier.revision() != stretch.revision());
        parts.put(
                stretch,
                new Part(
                        List.copyOf(known.values()),
                        passages.stream().filter(p -> !known.containsKey(p.id())).toList()));
    }

    List<Stretch> stretches() {
        return List.copyOf(parts.keySet());
    }

    /// What the model is to embed.
    List<Passage> fresh() {
        return parts.values().stream().flatMap(part -> part.fresh.stream()).toList();
    }

    /// The vectors that are known, in a list of the caller's.
    List<PassageVector> known() {
        var vectors = new ArrayList<PassageVector>();
        parts.values().forEach(part -> vectors.addAll(part.known));
        return vectors;
    }

    /// How many passages the model is to embed.
    int freshSize() {
        return parts.values().stream().mapToInt(part -> part.fresh.size()).sum();
    }

    /// How many passages there are.
    int size() {
        return freshSize() + parts.values().stream().mapToInt(part -> part.known.size()).sum();
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    void clear() {
        parts.clear();
    }

    private record Part(List<PassageVector> known, List<Passage> fresh) {}
}
