package org.fumikura.rag.index;

import static org.fumikura.rag.index.PassageAnalysis.ENGLISH;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.fumikura.rag.Passage;

/// What the words of the first answers add to a query: the relevance model RM3 (Abdul-Jaleel and
/// others, "UMass at TREC 2004"), its terms weighted by how rare they are.
///
/// English only: on Japanese questions it gained nothing (`docs/evaluation/retrieval.md`).
final class WordFeedback {
    /// How much of the whole query the added words are.
    private static final double SHARE = 0.1;

    private static final int TERMS = 20;

    private final Analyzer analyzer;

    WordFeedback(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    /// A first answer and how much it counts.
    record Answer(Passage passage, double weight) {}

    /// Whether anything could be added to a query of these words.
    static boolean helps(String words) {
        return !SearchText.isCjk(words);
    }

    /// The added words alone, weighted so that their scores may be added to those of `words`; empty
    /// if there are none.
    ///
    /// @param reader says how rare a term is
    Optional<Query> query(String words, List<Answer> answers, IndexReader reader)
            throws IOException {
        String asked = SearchText.normalise(words);
        int length = terms(asked).size();
        if (!helps(asked) || length == 0) {
            return Optional.empty();
        }
        Map<String, Double> weights = weights(answers);
        for (Map.Entry<String, Double> term : weights.entrySet()) {
            Term word = new Term(ENGLISH, term.getKey());
            term.setValue(term.getValue() * WordRarity.inverseDocumentFrequency(word, reader));
        }
        List<Map.Entry<String, Double>> best =
                weights.entrySet().stream()
                        .filter(term -> term.getValue() > 0)
                        .sorted(
                                Map.Entry.<String, Double>comparingByValue()
                                        .reversed()
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .limit(TERMS)
                        .toList();
        double sum = best.stream().mapToDouble(Map.Entry::getValue).sum();
        BooleanQuery.Builder added = new BooleanQuery.Builder();
        for (Map.Entry<String, Double> term : best) {
            double weight = term.getValue() / sum * length * SHARE / (1 - SHARE);
            added.add(
                    new BoostQuery(new TermQuery(new Term(ENGLISH, term.getKey())), (float) weight),
                    Occur.SHOULD);
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(added.build());
    }

    /// The share of each term in the answers.
    private Map<String, Double> weights(List<Answer> answers) {
        double sum = answers.stream().mapToDouble(Answer::weight).sum();
        Map<String, Double> weights = new HashMap<>();
        for (Answer answer : answers) {
            Passage passage = answer.passage();
            List<String> terms =
                    terms(
                            SearchText.normalise(
                                    String.join("\n", passage.headings()) + "\n" + passage.text()));
            double each = sum > 0 ? answer.weight() / sum / terms.size() : 0;
            terms.forEach(term -> weights.merge(term, each, Double::sum));
        }
        return weights;
    }

    private List<String> terms(String text) {
        return PassageAnalysis.terms(analyzer, ENGLISH, text);
    }
}
