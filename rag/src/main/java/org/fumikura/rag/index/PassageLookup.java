package org.fumikura.rag.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.fumikura.rag.PassageId;

/// From ids to passages and back.
final class PassageLookup {
    /// Where a passage is: the segment and its number in it.
    record Place(LeafReaderContext segment, int doc) {}

    private PassageLookup() {}

    /// Finds one passage by its id, a term lookup in each segment.
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

    /// The keys of all passages that a query matches.
    static List<BytesRef> keys(IndexSearcher searcher, Query query) throws IOException {
        List<BytesRef> keys = new ArrayList<>();
        Weight weight =
                searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(segment);
            SortedDocValues ids = DocValues.getSorted(segment.reader(), PassageFields.ID);
            Bits live = segment.reader().getLiveDocs();
            DocIdSetIterator docs = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
            for (int doc = docs.nextDoc();
                    doc != DocIdSetIterator.NO_MORE_DOCS;
                    doc = docs.nextDoc()) {
                if ((live == null || live.get(doc)) && ids.advanceExact(doc)) {
                    keys.add(BytesRef.deepCopyOf(ids.lookupOrd(ids.ordValue())));
                }
            }
        }
        return keys;
    }
}
