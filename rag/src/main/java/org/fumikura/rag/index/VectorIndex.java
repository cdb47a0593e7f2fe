package org.fumikura.rag.index;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.VectorUtil;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.index.PassageIndex.Freshness.State;
import org.fumikura.rag.index.PassageLookup.Place;

/// The vectors of passages, in an index of their own: meaning follows words without writing the
/// postings again.
final class VectorIndex implements AutoCloseable {
    /// Raise it when the format of the vectors changes.
    private static final int SCHEMA = 1;

    private static final String VECTOR = "vector";
    private static final double RAM_BUFFER_MB = 48;
    private static final int LINKS = 16;
    private static final int BUILD_BEAM = 100;

    /// Lucene's threshold for building a graph, in expected hits; at this one a segment below about
    /// 9,000 vectors has none. Looking at every vector of it takes a millisecond, misses nothing,
    /// and saves building a graph that the next merge throws away.
    private static final int FLAT_UP_TO = 1_000;

    /// The width of the walk through the graph: fewer than this find worse neighbours.
    private static final int NARROWEST_SEARCH = 200;

    private final int dimension;
    private final IndexPart part;

    private VectorIndex(IndexPart part, int dimension) {
        this.part = part;
        this.dimension = dimension;
    }

    static VectorIndex open(Path folder, IndexSettings settings) {
        Map<String, String> version =
                Map.of(
                        "schema", Integer.toString(SCHEMA),
                        "chunker", Integer.toString(settings.chunkerVersion()),
                        "embedder", settings.embedderId(),
                        "dimension", Integer.toString(settings.dimension()));
        return new VectorIndex(
                IndexPart.open(folder, version, VectorIndex::config), settings.dimension());
    }

    private static IndexWriterConfig config() {
        KnnVectorsFormat vectors =
                new Lucene104HnswScalarQuantizedVectorsFormat(
                        ScalarEncoding.UNSIGNED_BYTE, LINKS, BUILD_BEAM, 1, null, FLAT_UP_TO);
        return new IndexWriterConfig()
                .setRAMBufferSizeMB(RAM_BUFFER_MB)
                .setCodec(
                        new Lucene104Codec() {
                            @Override
                            public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                                return vectors;
                            }
                        });
    }

    State state() {
        return part.state();
    }

    void put(List<PassageVector> vectors) {
        part.write(writer -> {
            for (PassageVector vector : vectors) {
                writer.updateDocument(
                        new Term(PassageFields.ID, PassageKeys.key(vector.id())), document(vector));
            }
        });
    }

    private Document document(PassageVector vector) {
        check(vector.vector());
        Document fields = new Document();
        PassageFields.addKeys(fields, vector.id());
        fields.add(
                new KnnFloatVectorField(
                        VECTOR, vector.vector(), VectorSimilarityFunction.DOT_PRODUCT));
        return fields;
    }

    private void check(float[] vector) {
        if (vector.length != dimension) {
            throw new IllegalArgumentException(
                    "a vector of " + vector.length + " components, not " + dimension);
        }
    }

    void remove(DocumentId document) {
        part.write(writer ->
                writer.deleteDocuments(
                        new Term(PassageFields.DOCUMENT, PassageKeys.key(document))));
    }

    void emptyIfDamaged() {
        part.emptyIfDamaged();
    }

    void copyInto(Path folder) {
        part.copyInto(folder);
    }

    void compact() {
        part.compact();
    }

    void commit() {
        part.commit();
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
        check(vector);
        float[] unit = VectorUtil.l2normalize(vector.clone());
        int width = Math.max(k, NARROWEST_SEARCH);
        Query query =
                filter.map(only -> new KnnFloatVectorQuery(VECTOR, unit, width, only))
                        .orElseGet(() -> new KnnFloatVectorQuery(VECTOR, unit, width));
        return part
                .search(searcher -> RankedSearch.top(searcher, query, Optional.empty(), k))
                .stream()
                // Lucene scores (1 + cosine) / 2
                .map(hit -> new ScoredPassage(hit.id(), 2 * hit.score() - 1))
                .toList();
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

    @Override
    public void close() {
        part.close();
    }
}
