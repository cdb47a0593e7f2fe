package org.fumikura.rag.index;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;

/// What [LucenePassageIndex] has committed, for reading alone: also while another process has it
/// open. What is committed later is not seen.
public final class LucenePassageSearch implements PassageSearch {
    private static final String CHUNKER = "chunker";

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

    /// Opens the index below `directory` if [LucenePassageIndex#open] would start it anew although
    /// its vectors are of the same embedder, and its passages can be read: for what is worth saving
    /// of it.
    public static Optional<LucenePassageSearch> openEarlier(
            Path directory, IndexSettings settings) {
        Map<String, String> words = WordSearch.version(settings);
        Map<String, String> vectors = VectorSearch.version(settings);
        if (isOf(words, directory.resolve("words"))
                && isOf(vectors, directory.resolve(LucenePassageIndex.vectorFolder(settings)))) {
            return Optional.empty();
        }
        return CommittedPart.open(
                        directory.resolve(LucenePassageIndex.vectorFolder(settings)),
                        version -> without(CHUNKER, version).equals(without(CHUNKER, vectors)))
                .flatMap(vectorPart -> withWords(directory, vectorPart, settings));
    }

    /// The words that the vectors were made with, however they are read.
    private static Optional<LucenePassageSearch> withWords(
            Path directory, CommittedPart vectorPart, IndexSettings settings) {
        Optional<CommittedPart> words =
                CommittedPart.open(
                        directory.resolve("words"),
                        version ->
                                Objects.equals(
                                        version.get(CHUNKER), vectorPart.version().get(CHUNKER)));
        if (words.isEmpty()) {
            vectorPart.close();
        }
        return words.map(found -> new LucenePassageSearch(found, vectorPart, settings));
    }

    private static boolean isOf(Map<String, String> version, Path folder) {
        Optional<CommittedPart> part = CommittedPart.open(folder, version);
        part.ifPresent(CommittedPart::close);
        return part.isPresent();
    }

    private static Map<String, String> without(String name, Map<String, String> version) {
        var rest = new HashMap<>(version);
        rest.remove(name);
        return rest;
    }

    /// The documents and how many passages each has.
    public Map<DocumentId, Integer> documents() {
        return words.documents();
    }

    /// What the passages were cut by.
    public int chunkerVersion() {
        return Integer.parseInt(wordPart.version().getOrDefault(CHUNKER, "0"));
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
    public Map<String, Double> rarity(String text) {
        return words.rarity(text);
    }

    @Override
    public List<ScoredPassage> fedBack(
            String query, List<ScoredPassage> found, List<ScoredPassage> best) {
        return words.fedBack(query, found, best);
    }

    @Override
    public List<QueryTerm> terms(String query) {
        return words.terms(query);
    }

    @Override
    public List<QueryTerm> addedTerms(String query, List<ScoredPassage> best) {
        return words.addedTerms(query, best);
    }

    @Override
    public List<ScoredPassage> nearest(float[] query, Restriction within, int k) {
        return vectors.nearest(query, words.filterOfVectors(within), k);
    }

    @Override
    public List<ScoredPassage> nearest(float[] query, List<PassageId> among) {
        return vectors.nearest(query, among);
    }

    @Override
    public List<Passage> passages(List<PassageId> ids) {
        return words.passages(ids);
    }

    @Override
    public List<Passage> sample(int count) {
        return words.sample(count);
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
