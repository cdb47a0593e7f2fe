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
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
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

    List<ScoredPassage> search(String words, Restriction within, int k) {
        Optional<Query> query = WordQuery.of(words, analyzer);
        return query.isEmpty()
                ? List.of()
                : part.search(searcher ->
                        RankedSearch.top(
                                searcher,
                                query.get(),
                                RestrictionQuery.ofWords(within, analyzer),
                                k));
    }

    /// The restriction as a filter on the vectors, which know no words: the passages that words
    /// choose, or those that they rule out.
    Optional<Query> filterOfVectors(Restriction within) {
        if (within.isOfDocuments()) {
            return RestrictionQuery.ofScope(within.scope());
        }
        if (!within.phrases().isEmpty()) {
            return RestrictionQuery.ofWords(within, analyzer)
                    .map(query -> RestrictionQuery.ofPassages(keys(query)));
        }
        BooleanQuery.Builder both = new BooleanQuery.Builder();
        RestrictionQuery.ofScope(within.scope()).ifPresent(scope -> both.add(scope, Occur.FILTER));
        both.add(
                RestrictionQuery.butPassages(keys(RestrictionQuery.excluded(within, analyzer))),
                Occur.FILTER);
        return Optional.of(both.build());
    }

    private List<BytesRef> keys(Query query) {
        return part.search(searcher -> PassageLookup.keys(searcher, query));
    }

    List<Passage> passages(List<PassageId> ids) {
        return part.search(searcher -> {
            var lookup = new PassageLookup(searcher);
            StoredFields stored = searcher.storedFields();
            List<Passage> passages = new ArrayList<>(ids.size());
            for (PassageId id : ids) {
                Optional<Place> place = lookup.find(id);
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
