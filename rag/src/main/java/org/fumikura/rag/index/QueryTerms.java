package org.fumikura.rag.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// Reads off a Lucene query what it looks for: of the very query that is searched with, so that
/// what is said of a search is what it did.
final class QueryTerms {
    private final IndexSearcher searcher;
    private final List<QueryTerm> terms = new ArrayList<>();

    private QueryTerms(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /// @param query made by [WordQuery] or [WordFeedback]
    static List<QueryTerm> of(Query query, IndexSearcher searcher) throws IOException {
        var reading = new QueryTerms(searcher);
        reading.read(query, 1);
        return List.copyOf(reading.terms);
    }

    private void read(Query query, double weight) throws IOException {
        switch (query) {
            case BooleanQuery words -> {
                for (BooleanClause word : words) {
                    read(word.query(), weight);
                }
            }
            case DisjunctionMaxQuery forms -> {
                for (Query form : forms) {
                    read(form, weight);
                }
            }
            case BoostQuery weighed -> read(weighed.getQuery(), weight * weighed.getBoost());
            case TermQuery word ->
                    add(word.getTerm().field(), List.of(word.getTerm().text()), weight, query);
            case PhraseQuery phrase ->
                    add(
                            phrase.getField(),
                            Stream.of(phrase.getTerms()).map(Term::text).toList(),
                            weight,
                            query);
            default -> throw new IllegalArgumentException(query.getClass().getName());
        }
    }

    private void add(String field, List<String> words, double weight, Query query)
            throws IOException {
        terms.add(new QueryTerm(field, words, weight, searcher.count(query)));
    }
}
