package org.fumikura.rag.library;

import dev.langchain4j.model.embedding.EmbeddingModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.fumikura.rag.Scope;
import org.fumikura.rag.chunk.Chunker;
import org.fumikura.rag.index.IndexSettings;
import org.fumikura.rag.index.LucenePassageIndex;
import org.fumikura.rag.index.PassageIndex;
import org.fumikura.rag.parse.DocumentParser;

/// A library that a test has open, on real files.
record OpenLibrary(Database database, PassageIndex index, LocalLibrary library)
        implements AutoCloseable {
    private static final int READERS = 2;

    static OpenLibrary open(Path home, DocumentParser parser, EmbeddingModel model) {
        return open(home, "hash", parser, Optional.of(model));
    }

    /// With one reader, which reads one file after the other.
    static OpenLibrary openWithOneReader(Path home, DocumentParser parser, EmbeddingModel model) {
        return open(home, "hash", parser, Optional.of(model), 1);
    }

    static OpenLibrary open(
            Path home, String embedder, DocumentParser parser, Optional<EmbeddingModel> model) {
        return open(home, embedder, parser, model, READERS);
    }

    private static OpenLibrary open(
            Path home,
            String embedder,
            DocumentParser parser,
            Optional<EmbeddingModel> model,
            int readers) {
        Database database = Database.open(home.resolve("library.db"));
        PassageIndex index =
                LucenePassageIndex.open(
                        home.resolve("index"),
                        new IndexSettings(embedder, HashEmbedding.DIMENSION, Chunker.VERSION));
        return new OpenLibrary(
                database, index, LocalLibrary.open(database, index, parser, () -> model, readers));
    }

    /// Adds files and waits for their meaning.
    IngestReport add(Path... paths) {
        return await(library.add(List.of(paths)).meaning());
    }

    /// The paths of the files found by words, best first.
    List<Path> found(String words) {
        return index.lexical(words, Scope.EVERYTHING, 100).stream()
                .flatMap(scored ->
                        library
                                .source(
                                        library.passages(List.of(scored.id()))
                                                .getFirst()
                                                .id()
                                                .document())
                                .stream())
                .map(Source::path)
                .distinct()
                .toList();
    }

    List<FileState> states() {
        return library.files().stream().map(LibraryFile::state).toList();
    }

    static IngestReport await(CompletableFuture<IngestReport> future) {
        return future.orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        library.close();
        database.close();
    }
}
