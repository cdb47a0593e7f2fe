package org.fumikura.rag.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/// How rare words are among the passages of an index.
final class WordRarity {
    private WordRarity() {}

    /// For each content term a number between 0 and 1: 1 for one that no passage has, near 0 for
    /// one that all have. On a logarithmic scale, so that two words of half the rarity tell as much
    /// as one.
    static Map<String, Double> of(Set<String> terms, IndexReader reader) throws IOException {
        int passages = reader.numDocs();
        double most = rarity(0, passages);
        var rarities = new HashMap<String, Double>();
        for (String term : terms) {
            int with =
                    Math.max(
                            reader.docFreq(new Term(PassageAnalysis.JAPANESE, term)),
                            reader.docFreq(new Term(PassageAnalysis.ENGLISH, term)));
            rarities.put(term, Math.max(0, rarity(with, passages) / most));
        }
        return rarities;
    }

    private static double rarity(int with, int passages) {
        return Math.log((passages + 1) / (with + 0.5));
    }
}
