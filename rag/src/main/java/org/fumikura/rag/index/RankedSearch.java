package org.fumikura.rag.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.BytesRef;

/// The best passages for a Lucene query: by score, ties by passage id.
final class RankedSearch {
    private static final Sort BY_SCORE_THEN_ID =
            new Sort(SortField.FIELD_SCORE, new SortField(PassageFields.ID, SortField.Type.STRING));

    /// By score, ties by id.
    static final Comparator<ScoredPassage> BEST_FIRST =
            Comparator.comparingDouble(ScoredPassage::score)
                    .reversed()
                    .thenComparing(ScoredPassage::id);

    /// Past this many hits Lucene may skip what cannot reach the list.
    private static final int COUNTED_HITS = 1_000;

    private RankedSearch() {}

    private static Query filtered(Query query, Optional<Query> filter) {
        return filter.<Query>map(only ->
                        new BooleanQuery.Builder()
                                .add(query, Occur.MUST)
                                .add(only, Occur.FILTER)
                                .build())
                .orElse(query);
    }

    /// @param filter what may be found; empty for everything
    static List<ScoredPassage> top(
            IndexSearcher searcher, Query query, Optional<Query> filter, int k) throws IOException {
        Query asked = filtered(query, filter);
        // One more than is wanted tells whether the last place is shared. Mostly it is not: then
        // ids need not be read for all that come near to the list, but for what is in it alone.
        ScoreDoc[] hits =
                searcher.search(asked, new TopScoreDocCollectorManager(k + 1, COUNTED_HITS))
                        .scoreDocs;
        boolean isShared = hits.length > k && hits[k].score == hits[k - 1].score;
        return passages(
                searcher,
                isShared
                        ? byScoreThenId(searcher, asked, k)
                        : Arrays.copyOf(hits, Math.min(k, hits.length)));
    }

    /// Ids decide who of those with the same score has a place.
    private static ScoreDoc[] byScoreThenId(IndexSearcher searcher, Query query, int k)
            throws IOException {
        ScoreDoc[] hits =
                searcher.search(
                                query,
                                new TopFieldCollectorManager(BY_SCORE_THEN_ID, k, COUNTED_HITS))
                        .scoreDocs;
        for (ScoreDoc hit : hits) {
            hit.score = (Float) ((FieldDoc) hit).fields[0];
        }
        return hits;
    }

    private static List<ScoredPassage> passages(IndexSearcher searcher, ScoreDoc[] hits)
            throws IOException {
        List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
        // Ids are read in the order in which they are stored.
        Arrays.sort(hits, Comparator.comparingInt(hit -> hit.doc));
        List<ScoredPassage> passages = new ArrayList<>(hits.length);
        int next = 0;
        for (LeafReaderContext segment : segments) {
            int end = segment.docBase + segment.reader().maxDoc();
            SortedDocValues ids = DocValues.getSorted(segment.reader(), PassageFields.ID);
            for (; next < hits.length && hits[next].doc < end; next++) {
                if (ids.advanceExact(hits[next].doc - segment.docBase)) {
                    BytesRef key = ids.lookupOrd(ids.ordValue());
                    passages.add(new ScoredPassage(PassageKeys.passageId(key), hits[next].score));
                }
            }
        }
        passages.sort(BEST_FIRST);
        return passages;
    }
}
