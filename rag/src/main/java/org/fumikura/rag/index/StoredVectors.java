package org.fumikura.rag.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.fumikura.rag.index.PassageLookup.Place;

/// The full vectors in an index, one after the other, which costs little where the places ascend.
/// For one thread.
final class StoredVectors {
    private final String field;
    private final Map<LeafReaderContext, Segment> segments = new HashMap<>();

    StoredVectors(String field) {
        this.field = field;
    }

    /// The vector of a place that has one.
    float[] at(Place place) throws IOException {
        Segment segment = segments.get(place.segment());
        if (segment == null || segment.docs.docID() > place.doc()) {
            FloatVectorValues values = place.segment().reader().getFloatVectorValues(field);
            segment = new Segment(values, values.iterator());
            segments.put(place.segment(), segment);
        }
        if (segment.docs.docID() < place.doc()) {
            segment.docs.advance(place.doc());
        }
        return segment.values.vectorValue(segment.docs.index()).clone();
    }

    private record Segment(FloatVectorValues values, KnnVectorValues.DocIndexIterator docs) {}
}
