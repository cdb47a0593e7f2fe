package org.fumikura.rag.index;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.Scope;

/// Passages that were committed, found by words and by meaning. For any number of threads.
public interface PassageSearch extends AutoCloseable {
    /// The best `k` passages by words (BM25), best first, ties by id. Empty for a query without a
    /// searchable word.
    List<ScoredPassage> lexical(String query, Restriction within, int k);

    /// The same of a scope.
    default List<ScoredPassage> lexical(String query, Scope scope, int k) {
        return lexical(query, Restriction.to(scope), k);
    }

    /// The query with words that no passage has put right, as far as the passages' words tell what
    /// was meant; empty if there is nothing to put right, or no telling.
    Optional<String> correction(String query);

    /// About the score by words of a passage that has all of the query's words many times: how much
    /// of the query [#lexical] found, its best score tells beside this. 0 without a searchable
    /// word.
    double lexicalCeiling(String query);

    /// How rare each content term of `text` is ([ContentTerms]): from 1 for one that no passage has
    /// down to 0 for one that all have.
    Map<String, Double> rarity(String text);

    /// The passages that [#lexical] found, ranked anew as if the words that matter in `best`
    /// belonged to the query (relevance feedback); `found` itself where that does not help.
    ///
    /// @param best the first answers, each scored by how much it counts
    List<ScoredPassage> fedBack(String query, List<ScoredPassage> found, List<ScoredPassage> best);

    /// What [#lexical] looks for.
    List<QueryTerm> terms(String query);

    /// What [#fedBack] adds to the query; nothing where that does not help.
    List<QueryTerm> addedTerms(String query, List<ScoredPassage> best);

    /// The `k` passages nearest in meaning (cosine), best first, ties by id.
    List<ScoredPassage> nearest(float[] query, Restriction within, int k);

    /// The same of a scope.
    default List<ScoredPassage> nearest(float[] query, Scope scope, int k) {
        return nearest(query, Restriction.to(scope), k);
    }

    /// These passages by their nearness in meaning (cosine), best first, ties by id; those without
    /// a vector are left out.
    List<ScoredPassage> nearest(float[] query, List<PassageId> among);

    /// The passages with these ids, in the order asked; ids that are not there are left out.
    List<Passage> passages(List<PassageId> ids);

    /// Passages from all over the index, `count` of them or all if there are fewer, the same as
    /// long as nothing is written.
    List<Passage> sample(int count);

    /// The vectors of these passages, as they were put, in the order asked; passages without one
    /// are left out.
    List<PassageVector> vectors(List<PassageId> ids);

    /// Committed passages, and those of them that have a vector.
    Size size();

    /// Lets go of the index.
    @Override
    void close();

    /// @param passages how many are searchable by words
    /// @param vectors how many are searchable by meaning
    record Size(int passages, int vectors) {}
}
