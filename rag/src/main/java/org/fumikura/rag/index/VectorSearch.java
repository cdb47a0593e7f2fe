package org.fumikura.rag.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.VectorScorer;
import org.apache.lucene.util.VectorUtil;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.index.PassageLookup.Place;

/// What was committed of the vectors, searched. For any number of threads.
final class VectorSearch {
    /// The field of the vectors.
    static final String VECTOR = "vector";

    /// Raise it when the format of the vectors changes.
    private static final int SCHEMA = 1;

    /// The width of the walk through the graph: fewer than this find worse neighbours.
    private static final int NARROWEST_SEARCH = 200;

    private final Searched part;
    private final int dimension;

    /// @param part borrowed
    VectorSearch(Searched part, int dimension) {
        this.part = part;
        this.dimension = dimension;
    }

    /// What every commit of such an index says of itself.
    static Map<String, String> version(IndexSettings settings) {
        return Map.of(
                "schema", Integer.toString(SCHEMA),
                "chunker", Integer.toString(settings.chunkerVersion()),
                "embedder", settings.embedderId(),
                "dimension", Integer.toString(settings.dimension()));
    }

    /// The documents and how many vectors each has.
    Map<DocumentId, Integer> documents() {
        return part.search(DocumentCounts::of);
    }

    int size() {
        return part.search(searcher -> searcher.getIndexReader().numDocs());
    }

    /// The nearest passages with the cosine as score.
    ///
    /// @param filter what may be found; empty for everything
    List<ScoredPassage> nearest(float[] vector, Optional<Query> filter, int k) {
        float[] unit = unit(vector);
        return part
                .search(searcher -> {
                    int width = Math.max(k, width(searcher.getIndexReader().numDocs()));
                    Query query =
                            filter.map(only -> new KnnFloatVectorQuery(VECTOR, unit, width, only))
                                    .orElseGet(() -> new KnnFloatVectorQuery(VECTOR, unit, width));
                    return RankedSearch.top(searcher, query, Optional.empty(), k);
                })
                .stream()
                .map(hit -> new ScoredPassage(hit.id(), cosine(hit.score())))
                .toList();
    }

    /// In a larger graph the nearest lie farther apart on the way (`docs/evaluation/scale.md`).
    private static int width(int vectors) {
        return Math.max(NARROWEST_SEARCH, (int) Math.sqrt(vectors));
    }

    /// These passages with the cosine as score, best first; those without a vector are left out.
    List<ScoredPassage> nearest(float[] vector, List<PassageId> among) {
        float[] unit = unit(vector);
        return part.search(searcher -> {
            List<ScoredPassage> scored = new ArrayList<>(among.size());
            for (Map.Entry<LeafReaderContext, SortedMap<Integer, PassageId>> segment :
                    PassageLookup.places(searcher, among).entrySet()) {
                FloatVectorValues values = segment.getKey().reader().getFloatVectorValues(VECTOR);
                VectorScorer scorer = values.scorer(unit);
                DocIdSetIterator docs = scorer.iterator();
                for (Map.Entry<Integer, PassageId> place : segment.getValue().entrySet()) {
                    if (docs.advance(place.getKey()) == place.getKey()) {
                        scored.add(new ScoredPassage(place.getValue(), cosine(scorer.score())));
                    }
                }
            }
            scored.sort(RankedSearch.BEST_FIRST);
            return scored;
        });
    }

    private float[] unit(float[] vector) {
        check(vector);
        return VectorUtil.l2normalize(vector.clone());
    }

    /// Lucene scores (1 + cosine) / 2.
    private static double cosine(double score) {
        return 2 * score - 1;
    }

    /// The full vectors of these passages, in the order asked, without those that have none.
    List<PassageVector> of(List<PassageId> ids) {
        return part.search(searcher -> {
            var lookup = new PassageLookup(searcher);
            var values = new StoredVectors(VECTOR);
            List<PassageVector> vectors = new ArrayList<>(ids.size());
            for (PassageId id : ids) {
                Optional<Place> place = lookup.find(id);
                if (place.isPresent()) {
                    vectors.add(new PassageVector(id, values.at(place.get())));
                }
            }
            return vectors;
        });
    }

    /// Refuses vectors of another model.
    void check(float[] vector) {
        if (vector.length != dimension) {
            throw new IllegalArgumentException(
                    "a vector of " + vector.length + " components, not " + dimension);
        }
    }
}
