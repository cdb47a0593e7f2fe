package org.fumikura.rag.index;

import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;

/// BM25 with parameters by script. English texts differ in length, and repeated words tell much;
/// Japanese passages are short and even, so length and repetition count less. The values are the
/// usual ones of the literature, checked on the public sets (`docs/evaluation/retrieval.md`).
final class WordSimilarity extends PerFieldSimilarityWrapper {
    private final Similarity english = new BM25Similarity(1.2f, 0.75f);
    private final Similarity others = new BM25Similarity(0.9f, 0.4f);

    @Override
    public Similarity get(String field) {
        return field.equals(PassageAnalysis.ENGLISH) ? english : others;
    }
}
