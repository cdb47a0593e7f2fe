package org.fumikura.rag.search;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fumikura.rag.Scope;
import org.fumikura.rag.index.Restriction;
import org.fumikura.rag.library.LibraryContents;
import org.fumikura.rag.library.LibraryFile;
import org.fumikura.rag.query.FileFilter;
import org.fumikura.rag.query.Query;
import org.fumikura.rag.retrieve.Retriever;
import org.fumikura.rag.retrieve.SearchMode;
import org.fumikura.rag.retrieve.SearchRequest;

/// Finds out why a search found nothing: first whether there are files to look in at all, then
/// whether there would be something without what keeps the search to a part of them.
final class WhyNothing {
    private final LibraryContents contents;
    private final Retriever retriever;

    WhyNothing(LibraryContents contents, Retriever retriever) {
        this.contents = contents;
        this.retriever = retriever;
    }

    /// @param scope before the query's filters
    /// @param request the search that found nothing
    Nothing of(Query query, Scope scope, SearchRequest request) {
        List<LibraryFile> files = contents.files();
        if (files.isEmpty()) {
            return new Nothing.EmptyLibrary();
        }
        return unadmitted(query, files)
                .or(() -> unread(query, scope, files))
                .or(() -> ruledOut(query, request))
                .or(() -> elsewhere(request))
                .orElseGet(Nothing.NoWords::new);
    }

    private static Optional<Nothing> unadmitted(Query query, List<LibraryFile> files) {
        List<FileFilter> filters = query.filters();
        if (files.stream().anyMatch(file -> query.admits(file.path(), file.day()))) {
            return Optional.empty();
        }
        List<FileFilter> vain =
                filters.stream()
                        .filter(filter ->
                                files.stream()
                                        .noneMatch(file -> filter.admits(file.path(), file.day())))
                        .toList();
        return Optional.of(
                vain.isEmpty() ? new Nothing.NoFileOfAll(filters) : new Nothing.NoSuchFile(vain));
    }

    private static Optional<Nothing> unread(Query query, Scope scope, List<LibraryFile> files) {
        List<LibraryFile> admitted =
                files.stream().filter(file -> query.admits(file.path(), file.day())).toList();
        if (admitted.stream().allMatch(file -> file.passages() == 0)) {
            List<Path> unread = admitted.stream().map(LibraryFile::path).toList();
            return Optional.of(new Nothing.NotRead(unread));
        }
        boolean inScope =
                admitted.stream()
                        .flatMap(file -> file.document().stream())
                        .anyMatch(document -> scope.has(document));
        return inScope ? Optional.empty() : Optional.of(new Nothing.NotInCollection());
    }

    private Optional<Nothing> ruledOut(Query query, SearchRequest request) {
        Restriction within = request.within();
        boolean without =
                !query.excluded().isEmpty()
                        && finds(request, new Restriction(within.scope(), List.of(), List.of()));
        return without ? Optional.of(new Nothing.RuledOut(query.excluded())) : Optional.empty();
    }

    private Optional<Nothing> elsewhere(SearchRequest request) {
        boolean there =
                request.within().scope() instanceof Scope.Documents
                        && finds(request, Restriction.to(Scope.EVERYTHING));
        return there ? Optional.of(new Nothing.OnlyElsewhere()) : Optional.empty();
    }

    private boolean finds(SearchRequest request, Restriction within) {
        return !retriever
                .find(new SearchRequest(request.query(), SearchMode.LEXICAL, 1, within))
                .passages()
                .isEmpty();
    }
}
