package org.fumikura.rag.index;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.Scope;
import org.fumikura.rag.index.PassageIndex.Freshness.State;
import org.fumikura.rag.index.PassageLookup.Place;

/// The passages and their words.
final class WordIndex implements AutoCloseable {
    /// Raise it when fields or analysis change: indexes of another schema are started anew.
    private static final int SCHEMA = 1;

    private static final double RAM_BUFFER_MB = 32;

    private final Analyzer analyzer = PassageAnalysis.analyzer();
    private final IndexPart part;

    private WordIndex(Path folder, IndexSettings settings) {
        part = IndexPart.open(folder, version(settings), this::config);
    }

    static WordIndex open(Path folder, IndexSettings settings) {
        return new WordIndex(folder, settings);
    }

    private static Map<String, String> version(IndexSettings settings) {
        return Map.of(
                "schema", Integer.toString(SCHEMA),
                "chunker", Integer.toString(settings.chunkerVersion()));
    }

    private IndexWriterConfig config() {
        return new IndexWriterConfig(analyzer)
                .setRAMBufferSizeMB(RAM_BUFFER_MB)
                .setSimilarity(new WordSimilarity());
    }

    State state() {
        return part.state();
    }

    void replace(DocumentId document, String title, List<Passage> passages) {
        part.write(writer ->
                writer.updateDocuments(
                        new Term(PassageFields.DOCUMENT, PassageKeys.key(document)),
                        passages.stream()
                                .map(passage -> PassageFields.of(title, passage))
                                .toList()));
    }

    void remove(DocumentId document) {
        part.write(writer ->
                writer.deleteDocuments(
                        new Term(PassageFields.DOCUMENT, PassageKeys.key(document))));
    }

    void emptyIfDamaged() {
        part.emptyIfDamaged();
    }

    void copyInto(Path folder) {
        part.copyInto(folder);
    }

    void compact() {
        part.compact();
    }

    void commit() {
        part.commit();
    }

    /// The documents and how many passages each has.
    Map<DocumentId, Integer> documents() {
        return part.search(DocumentCounts::of);
    }

    int size() {
        return part.search(searcher -> searcher.getIndexReader().numDocs());
    }

    List<ScoredPassage> search(String words, Scope scope, int k) {
        Optional<Query> query = WordQuery.of(words, analyzer);
        return query.isEmpty()
                ? List.of()
                : part.search(searcher -> RankedSearch.top(searcher, query.get(), scope, k));
    }

    List<Passage> passages(List<PassageId> ids) {
        return part.search(searcher -> {
            StoredFields stored = searcher.storedFields();
            List<Passage> passages = new ArrayList<>(ids.size());
            for (PassageId id : ids) {
                Optional<Place> place = PassageLookup.find(searcher, id);
                if (place.isPresent()) {
                    int doc = place.get().segment().docBase + place.get().doc();
                    passages.add(PassageFields.passage(id, stored.document(doc)));
                }
            }
            return passages;
        });
    }

    @Override
    public void close() {
        try (Analyzer _ = analyzer) {
            part.close();
        }
    }
}
