package org.fumikura.rag.index;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.index.PassageIndex.Freshness.State;

/// Passages in two Lucene indexes side by side: `words` and `vectors-…`, one for each embedder.
///
/// The process that opens it holds it alone until it is closed. A part that is damaged, or made for
/// another schema, chunker, embedder or dimension, is started anew: [#freshness()] says so.
public final class LucenePassageIndex implements PassageIndex {
    private final WordIndex words;
    private final VectorIndex vectors;
    private final Freshness freshness;
    private final String embedder;

    private LucenePassageIndex(
            WordIndex words, VectorIndex vectors, Freshness freshness, String embedder) {
        this.words = words;
        this.vectors = vectors;
        this.freshness = freshness;
        this.embedder = embedder;
    }

    /// Opens the index below `directory`, which is made if need be.
    ///
    /// @throws org.fumikura.rag.RagException `LIBRARY_IN_USE` if another process holds it,
    ///   `DISK_FULL`, or `INDEX_BROKEN` if the folder cannot be used at all
    public static LucenePassageIndex open(Path directory, IndexSettings settings) {
        WordIndex words = WordIndex.open(directory.resolve("words"), settings);
        try {
            VectorIndex vectors =
                    VectorIndex.open(directory.resolve(vectorFolder(settings)), settings);
            try {
                dropOrphans(words, vectors);
                Freshness freshness = freshness(words.state(), vectors.state());
                return new LucenePassageIndex(words, vectors, freshness, settings.embedderId());
            } catch (RuntimeException e) {
                vectors.close();
                throw e;
            }
        } catch (RuntimeException e) {
            words.close();
            throw e;
        }
    }

    static String vectorFolder(IndexSettings settings) {
        return "vectors-" + settings.embedderId().replaceAll("[^A-Za-z0-9._-]", "_");
    }

    /// A crash between the two commits, or a time with another embedder, leaves vectors of
    /// documents that are gone.
    private static void dropOrphans(WordIndex words, VectorIndex vectors) {
        Set<DocumentId> known = words.search().documents().keySet();
        List<DocumentId> orphans =
                vectors.search().documents().keySet().stream()
                        .filter(id -> !known.contains(id))
                        .toList();
        if (!orphans.isEmpty()) {
            orphans.forEach(vectors::remove);
            vectors.commit();
        }
    }

    /// Without the words that they belong to, vectors that were found are dropped as orphans.
    private static Freshness freshness(State words, State vectors) {
        return new Freshness(words, words == State.CREATED ? State.CREATED : vectors);
    }

    @Override
    public void prepare() {
        WordIndex.prepare();
    }

    @Override
    public void replace(DocumentId document, String title, List<Passage> passages) {
        words.replace(document, title, passages);
        vectors.remove(document);
    }

    @Override
    public void remove(DocumentId document) {
        words.remove(document);
        vectors.remove(document);
    }

    @Override
    public void putVectors(List<PassageVector> added) {
        vectors.put(added);
    }

    /// Words first: should the process end in between, no passage is lost, only vectors are, and
    /// [#withoutVectors()] tells which.
    @Override
    public void commit() {
        words.commit();
        vectors.commit();
    }

    @Override
    public List<ScoredPassage> lexical(String query, Restriction within, int k) {
        return words.search().search(query, within, k);
    }

    @Override
    public Optional<String> correction(String query) {
        return words.search().correction(query);
    }

    @Override
    public double lexicalCeiling(String query) {
        return words.search().ceiling(query);
    }

    @Override
    public Map<String, Double> rarity(String text) {
        return words.search().rarity(text);
    }

    @Override
    public List<ScoredPassage> fedBack(
            String query, List<ScoredPassage> found, List<ScoredPassage> best) {
        return words.search().fedBack(query, found, best);
    }

    @Override
    public List<QueryTerm> terms(String query) {
        return words.search().terms(query);
    }

    @Override
    public List<QueryTerm> addedTerms(String query, List<ScoredPassage> best) {
        return words.search().addedTerms(query, best);
    }

    @Override
    public List<ScoredPassage> nearest(float[] query, Restriction within, int k) {
        return vectors.search().nearest(query, words.search().filterOfVectors(within), k);
    }

    @Override
    public List<ScoredPassage> nearest(float[] query, List<PassageId> among) {
        return vectors.search().nearest(query, among);
    }

    @Override
    public List<Passage> passages(List<PassageId> ids) {
        return words.search().passages(ids);
    }

    @Override
    public List<Passage> sample(int count) {
        return words.search().sample(count);
    }

    @Override
    public List<PassageVector> vectors(List<PassageId> ids) {
        return vectors.search().of(ids);
    }

    @Override
    public List<DocumentId> withoutVectors() {
        Map<DocumentId, Integer> embedded = vectors.search().documents();
        return words.search().documents().entrySet().stream()
                .filter(entry -> embedded.getOrDefault(entry.getKey(), 0) < entry.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public Map<DocumentId, Size> documents() {
        Map<DocumentId, Integer> embedded = vectors.search().documents();
        Map<DocumentId, Size> sizes = new TreeMap<>();
        words.search()
                .documents()
                .forEach((id, passages) ->
                        sizes.put(id, new Size(passages, embedded.getOrDefault(id, 0))));
        return sizes;
    }

    @Override
    public void emptyIfDamaged() {
        words.emptyIfDamaged();
        vectors.emptyIfDamaged();
    }

    @Override
    public void compact() {
        words.compact();
        vectors.compact();
    }

    @Override
    public boolean settle() {
        boolean wordsGoOn = words.settle();
        return vectors.settle() || wordsGoOn;
    }

    @Override
    public void copyInto(Path folder) {
        words.copyInto(folder);
        vectors.copyInto(folder);
    }

    @Override
    public String embedder() {
        return embedder;
    }

    @Override
    public Size size() {
        return new Size(words.search().size(), vectors.search().size());
    }

    @Override
    public Freshness freshness() {
        return freshness;
    }

    @Override
    public void close() {
        try (WordIndex _ = words) {
            vectors.close();
        }
    }
}
