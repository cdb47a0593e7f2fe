package org.fumikura.rag.retrieve;

import java.util.List;
import java.util.Map;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;

/// Finds passages. May be called from several threads at once.
public interface Retriever {
    /// The best passages for the request, best first, ties by passage id. Hybrid search falls back
    /// on words while there is no embedding model.
    ///
    /// @throws org.fumikura.rag.RagException `EMBEDDER_MISSING` for a search by meaning alone
    ///   without one
    List<RankedPassage> retrieve(SearchRequest request);

    /// The same, and how far it is what was asked for.
    default Found find(SearchRequest request) {
        return Found.exactly(retrieve(request));
    }

    /// Passages by id, in the order asked; those that are not there, or not known, are left out.
    default List<Passage> passages(List<PassageId> ids) {
        return List.of();
    }

    /// How rare each content term of `text` is among the passages, from 1 for one that none has
    /// down to 0 for one that all have; terms of which that is not known are left out.
    default Map<String, Double> rarity(String text) {
        return Map.of();
    }
}
