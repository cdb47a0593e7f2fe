package org.fumikura.rag.index;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.fumikura.rag.PassageId;

/// Finds one passage by its id, a term lookup in each segment.
final class PassageLookup {
    /// Where a passage is: the segment and its number in it.
    record Place(LeafReaderContext segment, int doc) {}

    private PassageLookup() {}

    static Optional<Place> find(IndexSearcher searcher, PassageId id) throws IOException {
        Term key = new Term(PassageFields.ID, PassageKeys.key(id));
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            PostingsEnum postings = segment.reader().postings(key, PostingsEnum.NONE);
            if (postings == null) {
                continue;
            }
            Bits live = segment.reader().getLiveDocs();
            for (int doc = postings.nextDoc();
                    doc != DocIdSetIterator.NO_MORE_DOCS;
                    doc = postings.nextDoc()) {
                if (live == null || live.get(doc)) {
                    return Optional.of(new Place(segment, doc));
                }
            }
        }
        return Optional.empty();
    }
}
