package org.fumikura.rag.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/// How rare words are among the passages of an index.
final class WordRarity {
    /// So many passages tell as much of how rare a word is as is believed of all words before any
    /// is read: in a single letter each of its words would be common, and every other one rare.
    private static final double BELIEVED = 200;

    private WordRarity() {}

    /// For each content term a number between 0 and 1: 1 for one that no passage has, near 0 for
    /// one that all of many have. On a logarithmic scale, so that two words of half the rarity tell
    /// as much as one; the fewer passages there are, the more alike all words are.
    static Map<String, Double> of(Set<String> terms, IndexReader reader) throws IOException {
        int passages = reader.numDocs();
        double most = rarity(0, passages);
        double known = passages / (passages + BELIEVED);
        var rarities = new HashMap<String, Double>();
        for (String term : terms) {
            int with =
                    Math.max(
                            reader.docFreq(new Term(PassageAnalysis.JAPANESE, term)),
                            reader.docFreq(new Term(PassageAnalysis.ENGLISH, term)));
            double rarity = Math.max(0, rarity(with, passages) / most);
            rarities.put(term, 1 - known * (1 - rarity));
        }
        return rarities;
    }

    /// The weight that BM25 gives to a word for its rarity among the passages with that field.
    static double inverseDocumentFrequency(Term word, IndexReader reader) throws IOException {
        int with = reader.docFreq(word);
        return Math.log1p((reader.getDocCount(word.field()) - with + 0.5) / (with + 0.5));
    }

    private static double rarity(int with, int passages) {
        return Math.log((passages + 1) / (with + 0.5));
    }
}
