package org.fumikura.rag.library;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.chunk.Chunker;
import org.fumikura.rag.index.PassageIndex;
import org.fumikura.rag.index.PassageSearch;
import org.fumikura.rag.index.PassageVector;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The `kept_vector` table: vectors of passages that left the index, found again by the words that
/// were embedded. An edited file is embedded only where it changed, and what comes back (a moved
/// file, an undo) not at all.
final class KeptVectors {
    private static final int BATCH = 256;

    private KeptVectors() {}

    /// Keeps the vectors of a document that is about to leave the index.
    ///
    /// @param passages how many passages it has
    static void keep(Handle handle, PassageIndex index, DocumentId document, int passages) {
        keep(
                handle,
                index,
                index.embedder(),
                PassageId.range(document, Chunker.VERSION, 0, passages));
    }

    /// Keeps the vectors of these passages, those of them that have one.
    ///
    /// @param embedder made them
    static void keep(Handle handle, PassageSearch index, String embedder, List<PassageId> ids) {
        for (int from = 0; from < ids.size(); from += BATCH) {
            keepBatch(
                    handle, index, embedder, ids.subList(from, Math.min(ids.size(), from + BATCH)));
        }
    }

    private static void keepBatch(
            Handle handle, PassageSearch index, String embedder, List<PassageId> ids) {
        List<PassageVector> vectors = index.vectors(ids);
        if (vectors.isEmpty()) {
            return;
        }
        Map<PassageId, Passage> texts = new HashMap<>();
        index.passages(ids).forEach(passage -> texts.put(passage.id(), passage));
        PreparedBatch rows =
                handle.prepareBatch(
                        "INSERT INTO kept_vector (embedder, words, vector, kept) VALUES (?, ?, ?, ?)"
                                + " ON CONFLICT (embedder, words) DO UPDATE SET kept = excluded.kept");
        for (PassageVector vector : vectors) {
            Passage passage = texts.get(vector.id());
            if (passage != null) {
                rows.add(
                        embedder,
                        words(passage),
                        encode(vector.vector()),
                        System.currentTimeMillis());
            }
        }
        if (rows.size() > 0) {
            rows.execute();
        }
    }

    /// The vectors that are known for these passages.
    static Map<PassageId, PassageVector> find(
            Handle handle, String embedder, List<Passage> passages) {
        var found = new HashMap<PassageId, PassageVector>();
        if (passages.isEmpty() || isEmpty(handle)) {
            return found;
        }
        Map<ByteBuffer, List<Passage>> byWords =
                passages.stream().collect(Collectors.groupingBy(p -> ByteBuffer.wrap(words(p))));
        handle.createQuery(
                        "SELECT words, vector FROM kept_vector"
                                + " WHERE embedder = :embedder AND words IN (<words>)")
                .bind("embedder", embedder)
                .bindList("words", byWords.keySet().stream().map(ByteBuffer::array).toList())
                .map((row, context) ->
                        Map.entry(ByteBuffer.wrap(row.getBytes("words")), row.getBytes("vector")))
                .forEach(row -> {
                    for (Passage passage : byWords.getOrDefault(row.getKey(), List.of())) {
                        found.put(
                                passage.id(),
                                new PassageVector(passage.id(), decode(row.getValue())));
                    }
                });
        return found;
    }

    /// Forgets vectors that were kept before a moment, in milliseconds since 1970.
    static void forgetBefore(Handle handle, long moment) {
        handle.execute("DELETE FROM kept_vector WHERE kept < ?", moment);
    }

    private static boolean isEmpty(Handle handle) {
        return handle.createQuery("SELECT NOT EXISTS (SELECT 1 FROM kept_vector)")
                .mapTo(Boolean.class)
                .one();
    }

    private static byte[] words(Passage passage) {
        return DigestUtils.sha256(EmbeddedText.of(passage));
    }

    private static byte[] encode(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES);
        bytes.asFloatBuffer().put(vector);
        return bytes.array();
    }

    private static float[] decode(byte[] bytes) {
        float[] vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(vector);
        return vector;
    }
}
