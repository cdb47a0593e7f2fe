package org.fumikura.rag.index;

import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.index.PassageIndex.Freshness.State;

/// The vectors of passages, in an index of their own: meaning follows words without writing the
/// postings again.
final class VectorIndex implements AutoCloseable {
    private static final double RAM_BUFFER_MB = 48;
    private static final int LINKS = 16;
    private static final int BUILD_BEAM = 100;

    /// Lucene's threshold for building a graph, in expected hits; at this one a segment below about
    /// 9,000 vectors has none. Looking at every vector of it takes a millisecond, misses nothing,
    /// and saves building a graph that the next merge throws away.
    private static final int FLAT_UP_TO = 1_000;

    private final IndexPart part;
    private final VectorSearch search;

    private VectorIndex(IndexPart part, int dimension) {
        this.part = part;
        this.search = new VectorSearch(part, dimension);
    }

    static VectorIndex open(Path folder, IndexSettings settings) {
        return new VectorIndex(
                IndexPart.open(folder, VectorSearch.version(settings), VectorIndex::config),
                settings.dimension());
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
        search.check(vector.vector());
        Document fields = new Document();
        PassageFields.addKeys(fields, vector.id());
        fields.add(
                new KnnFloatVectorField(
                        VectorSearch.VECTOR,
                        vector.vector(),
                        VectorSimilarityFunction.DOT_PRODUCT));
        return fields;
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

    boolean settle() {
        return part.settle();
    }

    void commit() {
        part.commit();
    }

    /// What was committed.
    VectorSearch search() {
        return search;
    }

    @Override
    public void close() {
        part.close();
    }
}
