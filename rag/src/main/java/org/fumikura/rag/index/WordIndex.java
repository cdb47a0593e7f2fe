package org.fumikura.rag.index;

import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Passage;
import org.fumikura.rag.index.PassageIndex.Freshness.State;

/// The passages and their words.
final class WordIndex implements AutoCloseable {
    private static final double RAM_BUFFER_MB = 32;

    private final Analyzer analyzer;
    private final IndexPart part;
    private final WordSearch search;

    private WordIndex(Path folder, IndexSettings settings) {
        analyzer = PassageAnalysis.analyzer(settings.ownWords());
        part = IndexPart.open(folder, WordSearch.version(settings), this::config);
        search = new WordSearch(part, analyzer);
    }

    static WordIndex open(Path folder, IndexSettings settings) {
        return new WordIndex(folder, settings);
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

    /// What was committed.
    WordSearch search() {
        return search;
    }

    @Override
    public void close() {
        try (Analyzer _ = analyzer) {
            part.close();
        }
    }
}
