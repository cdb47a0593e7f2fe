package org.fumikura.rag.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumikura.rag.Scope;
import org.fumikura.rag.answer.Hit;
import org.fumikura.rag.index.Restriction;
import org.fumikura.rag.index.Snippets;
import org.fumikura.rag.library.LibraryContents;
import org.fumikura.rag.library.Source;
import org.fumikura.rag.query.Query;
import org.fumikura.rag.retrieve.Found;
import org.fumikura.rag.retrieve.RankedPassage;
import org.fumikura.rag.retrieve.Retriever;
import org.fumikura.rag.retrieve.SearchMode;
import org.fumikura.rag.retrieve.SearchRequest;

/// Searches a library for what a person typed. May be used from any thread.
public final class LibrarySearch implements AutoCloseable {
    /// Columns of a snippet.
    private static final int SNIPPET = 240;

    private final LibraryContents contents;
    private final Retriever retriever;
    private final WhyNothing whyNothing;
    private final Snippets snippets = new Snippets();

    /// @param contents borrowed
    /// @param retriever searches the same library; borrowed
    public LibrarySearch(LibraryContents contents, Retriever retriever) {
        this.contents = contents;
        this.retriever = retriever;
        this.whyNothing = new WhyNothing(contents, retriever);
    }

    /// The best passages for `query` within a scope, to which its filters on files add. Waits for
    /// the disk, and in a mode that asks for meaning for the embedding model.
    ///
    /// @param limit how many at the most
    ///
    /// @throws org.fumikura.rag.RagException `EMBEDDER_MISSING` for a search by meaning alone
    ///   without a model
    public SearchResult search(Query query, Scope scope, SearchMode mode, int limit) {
        SearchRequest request = request(contents, query, scope, mode, limit);
        Found found = retriever.find(request);
        String shown = found.corrected().orElse(query.words());
        List<SearchHit> hits = new ArrayList<>();
        for (RankedPassage ranked : found.passages()) {
            Optional<Source> source = contents.source(ranked.passage().id().document());
            source.ifPresent(file ->
                    hits.add(
                            new SearchHit(
                                    new Hit(ranked, file),
                                    snippets.of(shown, ranked.passage().text(), SNIPPET))));
        }
        return new SearchResult(
                hits,
                found.corrected(),
                found.absent(),
                hits.isEmpty()
                        ? Optional.of(whyNothing.of(query, scope, request))
                        : Optional.empty());
    }

    /// The search of a library for what was typed.
    static SearchRequest request(
            LibraryContents contents, Query query, Scope scope, SearchMode mode, int limit) {
        return new SearchRequest(
                query.words(),
                mode,
                limit,
                new Restriction(contents.narrow(scope, query), query.phrases(), query.excluded()));
    }

    @Override
    public void close() {
        snippets.close();
    }
}
