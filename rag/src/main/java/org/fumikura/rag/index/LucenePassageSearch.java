package org.fumikura.rag.index;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;

/// What [LucenePassageIndex] has committed, for reading alone: also while another process has it
/// open. What is committed later is not seen.
public final class LucenePassageSearch implements PassageSearch {
    private final Analyzer analyzer;
    private final CommittedPart wordPart;
    private final CommittedPart vectorPart;
    private final WordSearch words;
    private final VectorSearch vectors;

    private LucenePassageSearch(
            CommittedPart wordPart, CommittedPart vectorPart, IndexSettings settings) {
        this.analyzer = PassageAnalysis.analyzer(settings.ownWords());
        this.wordPart = wordPart;
        this.vectorPart = vectorPart;
        this.words = new WordSearch(wordPart, analyzer);
        this.vectors = new VectorSearch(vectorPart, settings.dimension());
    }

    /// Opens the index below `directory`; empty if there is none whose words can be read. Without
    /// vectors of this embedder nothing is near in meaning.
    public static Optional<LucenePassageSearch> open(Path directory, IndexSettings settings) {
        Path folder = directory.resolve(LucenePassageIndex.vectorFolder(settings));
        return CommittedPart.open(directory.resolve("words"), WordSearch.version(settings))
                .map(words ->
                        new LucenePassageSearch(
                                words,
                                CommittedPart.open(folder, VectorSearch.version(settings))
                                        .orElseGet(() -> CommittedPart.empty(folder)),
                                settings));
    }

    @Override
    public List<ScoredPassage> lexical(String query, Restriction within, int k) {
        return words.search(query, within, k);
    }

    @Override
    public Optional<String> correction(String query) {
        return words.correction(query);
    }

    @Override
    public double lexicalCeiling(String query) {
        return words.ceiling(query);
    }

    @Override
    public List<ScoredPassage> fedBack(
            String query, List<ScoredPassage> found, List<ScoredPassage> best) {
        return words.fedBack(query, found, best);
    }

    @Override
    public List<ScoredPassage> nearest(float[] query, Restriction within, int k) {
        return vectors.nearest(query, words.filterOfVectors(within), k);
    }

    @Override
    public List<Passage> passages(List<PassageId> ids) {
        return words.passages(ids);
    }

    @Override
    public List<PassageVector> vectors(List<PassageId> ids) {
        return vectors.of(ids);
    }

    @Override
    public Size size() {
        return new Size(words.size(), vectors.size());
    }

    @Override
    public void close() {
        try (Analyzer _ = analyzer;
                CommittedPart _ = vectorPart) {
            wordPart.close();
        }
    }
}
