package org.fumikura.rag.index;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// The score by BM25 that a passage comes near to when each word of a query stands in it again and
/// again: the sum of the words' rarities, those included that no passage has.
final class WordCeiling {
    private final IndexReader reader;

    WordCeiling(IndexReader reader) {
        this.reader = reader;
    }

    /// @param query made by [WordQuery]
    double of(Query query) throws IOException {
        return switch (query) {
            case BooleanQuery words -> {
                double sum = 0;
                for (BooleanClause word : words) {
                    sum += of(word.query());
                }
                yield sum;
            }
            case DisjunctionMaxQuery forms -> {
                double highest = 0;
                for (Query form : forms) {
                    highest = Math.max(highest, of(form));
                }
                yield highest;
            }
            case BoostQuery weighed -> weighed.getBoost() * of(weighed.getQuery());
            case TermQuery word -> WordRarity.inverseDocumentFrequency(word.getTerm(), reader);
            // What stands together counts extra, beyond what the words are worth.
            case PhraseQuery _ -> 0;
            default -> throw new IllegalArgumentException(query.getClass().getName());
        };
    }
}
