package org.fumikura.rag.search;

import dev.langchain4j.model.embedding.EmbeddingModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.fumikura.rag.Scope;
import org.fumikura.rag.answer.AnswerSettings;
import org.fumikura.rag.chunk.Chunker;
import org.fumikura.rag.index.IndexSettings;
import org.fumikura.rag.index.LucenePassageIndex;
import org.fumikura.rag.index.PassageIndex;
import org.fumikura.rag.library.Database;
import org.fumikura.rag.library.LocalLibrary;
import org.fumikura.rag.parse.DocumentParsers;
import org.fumikura.rag.query.Query;
import org.fumikura.rag.query.QueryReading;
import org.fumikura.rag.retrieve.HybridRetriever;
import org.fumikura.rag.retrieve.SearchMode;
import org.fumikura.rag.retrieve.TolerantRetriever;
import org.fumikura.rag.retrieve.ToyEmbedding;

/// A real library of real files, searched as the program does it.
public record SearchedLibrary(
        Database database, LocalLibrary library, LibrarySearch search, SearchInspection inspection)
        implements AutoCloseable {
    public static SearchedLibrary open(Path home) {
        EmbeddingModel model = new ToyEmbedding();
        Database database = Database.open(home.resolve("library.db"));
        PassageIndex index =
                LucenePassageIndex.open(
                        home.resolve("index"),
                        new IndexSettings("toy", model.dimension(), Chunker.VERSION));
        LocalLibrary library =
                LocalLibrary.open(
                        database, index, new DocumentParsers(), () -> Optional.of(model), 1);
        var retriever =
                new TolerantRetriever(new HybridRetriever(index, Optional.of(model)), index);
        return new SearchedLibrary(
                database,
                library,
                new LibrarySearch(library, retriever),
                new SearchInspection(library, retriever, AnswerSettings.LAPTOP));
    }

    public void add(Path path) {
        library.add(List.of(path)).meaning().orTimeout(60, TimeUnit.SECONDS).join();
    }

    SearchResult find(String text, Scope scope, SearchMode mode) {
        return search.search(read(text), scope, mode, 10);
    }

    static Query read(String text) {
        if (Query.read(text) instanceof QueryReading.Understood(Query query)) {
            return query;
        }
        throw new AssertionError(text);
    }

    @Override
    public void close() {
        search.close();
        inspection.close();
        library.close();
        database.close();
    }
}
