package org.fumikura.rag.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.fumikura.rag.PassageId;
import org.jspecify.annotations.Nullable;

/// From ids to passages and back. Ids are looked up one after the other, a term in each segment,
/// which costs little where they follow each other. For one thread.
final class PassageLookup {
    /// Where a passage is: the segment and its number in it.
    record Place(LeafReaderContext segment, int doc) {}

    private final List<Segment> segments = new ArrayList<>();

    PassageLookup(IndexSearcher searcher) throws IOException {
        for (LeafReaderContext context : searcher.getIndexReader().leaves()) {
            Terms terms = context.reader().terms(PassageFields.ID);
            if (terms != null) {
                segments.add(
                        new Segment(context, terms.iterator(), context.reader().getLiveDocs()));
            }
        }
    }

    Optional<Place> find(PassageId id) throws IOException {
        BytesRef key = PassageKeys.key(id);
        for (Segment segment : segments) {
            int doc = segment.find(key);
            if (doc != DocIdSetIterator.NO_MORE_DOCS) {
                return Optional.of(new Place(segment.context, doc));
            }
        }
        return Optional.empty();
    }

    /// Where these passages are, by segment in the order of their numbers; those that are gone are
    /// left out.
    static Map<LeafReaderContext, SortedMap<Integer, PassageId>> places(
            IndexSearcher searcher, List<PassageId> ids) throws IOException {
        var lookup = new PassageLookup(searcher);
        var places = new HashMap<LeafReaderContext, SortedMap<Integer, PassageId>>();
        for (PassageId id : ids) {
            lookup.find(id)
                    .ifPresent(place ->
                            places.computeIfAbsent(place.segment(), _ -> new TreeMap<>())
                                    .put(place.doc(), id));
        }
        return places;
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

    /// The ids of `count` passages at equal distances, or of all if there are fewer.
    static List<PassageId> sample(IndexSearcher searcher, int count) throws IOException {
        IndexReader all = searcher.getIndexReader();
        int taken = Math.min(count, all.numDocs());
        List<PassageId> ids = new ArrayList<>(taken);
        int live = 0;
        for (LeafReaderContext segment : all.leaves()) {
            SortedDocValues keys = DocValues.getSorted(segment.reader(), PassageFields.ID);
            Bits alive = segment.reader().getLiveDocs();
            for (int doc = 0; doc < segment.reader().maxDoc(); doc++) {
                boolean next =
                        ids.size() < taken && live >= ids.size() * (long) all.numDocs() / taken;
                if (alive == null || alive.get(doc)) {
                    if (next && keys.advanceExact(doc)) {
                        ids.add(PassageKeys.passageId(keys.lookupOrd(keys.ordValue())));
                    }
                    live++;
                }
            }
        }
        return ids;
    }

    private static final class Segment {
        private final LeafReaderContext context;
        private final TermsEnum terms;
        private final @Nullable Bits live;
        private @Nullable PostingsEnum postings;

        Segment(LeafReaderContext context, TermsEnum terms, @Nullable Bits live) {
            this.context = context;
            this.terms = terms;
            this.live = live;
        }

        int find(BytesRef key) throws IOException {
            if (!terms.seekExact(key)) {
                return DocIdSetIterator.NO_MORE_DOCS;
            }
            postings = terms.postings(postings, PostingsEnum.NONE);
            int doc = postings.nextDoc();
            while (doc != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(doc)) {
                doc = postings.nextDoc();
            }
            return doc;
        }
    }
}
