package org.fumikura.rag.index;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.fumikura.rag.DocumentId;
import org.jspecify.annotations.Nullable;

/// How many entries each document has in one part of the index: what the two parts are compared by.
final class DocumentCounts {
    private DocumentCounts() {}

    static Map<DocumentId, Integer> of(IndexSearcher searcher) throws IOException {
        Map<DocumentId, Integer> counts = new TreeMap<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            add(leaf.reader(), counts);
        }
        return counts;
    }

    private static void add(LeafReader segment, Map<DocumentId, Integer> counts)
            throws IOException {
        Terms documents = segment.terms(PassageFields.DOCUMENT);
        if (documents == null) {
            return;
        }
        Bits live = segment.getLiveDocs();
        TermsEnum terms = documents.iterator();
        for (BytesRef key = terms.next(); key != null; key = terms.next()) {
            int entries = live(terms.postings(null, PostingsEnum.NONE), live);
            if (entries > 0) {
                counts.merge(PassageKeys.documentId(key), entries, Integer::sum);
            }
        }
    }

    private static int live(PostingsEnum postings, @Nullable Bits live) throws IOException {
        int entries = 0;
        for (int doc = postings.nextDoc();
                doc != DocIdSetIterator.NO_MORE_DOCS;
                doc = postings.nextDoc()) {
            if (live == null || live.get(doc)) {
                entries++;
            }
        }
        return entries;
    }
}
