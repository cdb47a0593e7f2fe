package org.fumikura.rag.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.fumikura.rag.Scope;

/// The best passages for a Lucene query: by score, ties by passage id.
final class RankedSearch {
    private static final Sort BY_SCORE_THEN_ID =
            new Sort(SortField.FIELD_SCORE, new SortField(PassageFields.ID, SortField.Type.STRING));

    /// Past this many hits Lucene may skip what cannot reach the list.
    private static final int COUNTED_HITS = 1_000;

    private RankedSearch() {}

    private static Query filtered(Query query, Scope scope) {
        return switch (scope) {
            case Scope.Everything() -> query;
            case Scope.Documents documents ->
                    new BooleanQuery.Builder()
                            .add(query, Occur.MUST)
                            .add(filter(documents), Occur.FILTER)
                            .build();
        };
    }

    /// The passages of these documents, as a filter.
    static Query filter(Scope.Documents scope) {
        if (scope.ids().isEmpty()) {
            return new MatchNoDocsQuery("an empty scope");
        }
        Collection<BytesRef> keys = scope.ids().stream().map(PassageKeys::key).toList();
        return new TermInSetQuery(PassageFields.DOCUMENT, keys);
    }

    static List<ScoredPassage> top(IndexSearcher searcher, Query query, Scope scope, int k)
            throws IOException {
        ScoreDoc[] hits =
                searcher.search(
                                filtered(query, scope),
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
