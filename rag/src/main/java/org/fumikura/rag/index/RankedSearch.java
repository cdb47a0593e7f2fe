package org.fumikura.rag.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;

/// The best passages for a Lucene query: by score, ties by passage id.
final class RankedSearch {
    private static final Sort BY_SCORE_THEN_ID =
            new Sort(SortField.FIELD_SCORE, new SortField(PassageFields.ID, SortField.Type.STRING));

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
        ScoreDoc[] hits =
                searcher.search(
                                filtered(query, filter),
                                new TopFieldCollectorManager(BY_SCORE_THEN_ID, k, COUNTED_HITS))
                        .scoreDocs;
        List<ScoredPassage> passages = new ArrayList<>(hits.length);
        for (ScoreDoc hit : hits) {
            BytesRef key = (BytesRef) ((FieldDoc) hit).fields[1];
            float score = (Float) ((FieldDoc) hit).fields[0];
            passages.add(new ScoredPassage(PassageKeys.passageId(key), score));
        }
        return passages;
    }
}
