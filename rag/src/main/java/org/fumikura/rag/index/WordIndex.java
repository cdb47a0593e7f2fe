package org.fumikura.rag.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ja.dict.UserDictionary;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.Span;
import org.fumikura.rag.index.PassageIndex.Freshness.State;
import org.jspecify.annotations.Nullable;

/// The passages and their words.
final class WordIndex implements AutoCloseable {
    private static final double RAM_BUFFER_MB = 32;

    /// Lucene takes all segments below this for equals when it merges. With its own 16 MB the
    /// merges of a library's first commits, a few hundred kilobytes each, wrote most of it again
    /// and again.
    private static final double EQUAL_SEGMENTS_MB = 1;

    private final Analyzer analyzer;
    private final @Nullable UserDictionary ownWords;
    private final IndexPart part;
    private final WordSearch search;

    private WordIndex(Path folder, IndexSettings settings) {
        ownWords = settings.ownWords().dictionary().orElse(null);
        analyzer = PassageAnalysis.analyzer(ownWords);
        part = IndexPart.open(folder, WordSearch.version(settings), this::config);
        search = new WordSearch(part, analyzer);
    }

    static WordIndex open(Path folder, IndexSettings settings) {
        return new WordIndex(folder, settings);
    }

    private IndexWriterConfig config() {
        return new IndexWriterConfig(analyzer)
                .setRAMBufferSizeMB(RAM_BUFFER_MB)
                .setMergePolicy(new TieredMergePolicy().setFloorSegmentMB(EQUAL_SEGMENTS_MB))
                .setSimilarity(new WordSimilarity());
    }

    /// Writes a passage of both languages where nobody will find it.
    static void prepare() {
        String text = "お元気ですか。カタカナと漢字を含む文章。 The words of passages are written.";
        var id = new PassageId(new DocumentId("0".repeat(64)), 0, 0);
        var passage = new Passage(id, 1, new Span(0, text.length()), List.of(), text);
        try (Analyzer words = PassageAnalysis.analyzer();
                var nowhere = new ByteBuffersDirectory();
                var writer = new IndexWriter(nowhere, new IndexWriterConfig(words))) {
            writer.addDocument(PassageFields.of(new TermCutting(words, null), "", passage));
            writer.commit();
        } catch (IOException fault) {
            // There is no disk in it.
            throw new UncheckedIOException(fault);
        }
    }

    State state() {
        return part.state();
    }

    void replace(DocumentId document, String title, List<Passage> passages) {
        var cutting = new TermCutting(analyzer, ownWords);
        // One after the other: the terms of a long document would not all fit into memory.
        Iterable<Document> documents =
                () ->
                        passages.stream()
                                .map(passage -> PassageFields.of(cutting, title, passage))
                                .iterator();
        part.write(writer ->
                writer.updateDocuments(
                        new Term(PassageFields.DOCUMENT, PassageKeys.key(document)), documents));
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

    boolean settle() {
        return part.settle();
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
