package org.fumikura.rag.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.Scope;
import org.fumikura.rag.answer.AnswerSettings;
import org.fumikura.rag.answer.EvidenceChoice;
import org.fumikura.rag.answer.Hit;
import org.fumikura.rag.index.Restriction;
import org.fumikura.rag.library.LibraryContents;
import org.fumikura.rag.library.LibraryFile;
import org.fumikura.rag.library.Source;
import org.fumikura.rag.query.Query;
import org.fumikura.rag.retrieve.Candidate;
import org.fumikura.rag.retrieve.Candidate.Fate;
import org.fumikura.rag.retrieve.ExplainingRetriever;
import org.fumikura.rag.retrieve.Explanation;
import org.fumikura.rag.retrieve.RankedPassage;
import org.fumikura.rag.retrieve.SearchMode;
import org.fumikura.rag.retrieve.SearchRequest;
import org.fumikura.rag.search.Inspection.Evidence;
import org.fumikura.rag.search.Inspection.Inspected;

/// Says how a search came to what it found, and why it did not find a file. It searches as the
/// search itself does, through the same retriever. May be used from any thread.
public final class SearchInspection implements AutoCloseable {
    /// Where a passage stands beyond this is no help.
    private static final int DEEPEST = 2_000;

    private final LibraryContents contents;
    private final ExplainingRetriever retriever;
    private final EvidenceChoice evidence;

    /// @param contents borrowed
    /// @param retriever searches the same library; borrowed
    /// @param settings of the answers
    public SearchInspection(
            LibraryContents contents, ExplainingRetriever retriever, AnswerSettings settings) {
        this.contents = contents;
        this.retriever = retriever;
        this.evidence = new EvidenceChoice(settings, contents::passages);
    }

    /// The steps of a search of `limit` passages, and what became of each passage.
    public Inspection inspect(Query query, Scope scope, SearchMode mode, int limit) {
        Explanation how =
                retriever.explain(LibrarySearch.request(contents, query, scope, mode, limit));
        List<Inspected> passages = new ArrayList<>();
        List<Hit> kept = new ArrayList<>();
        List<Candidate> located = new ArrayList<>();
        List<Hit> hits = new ArrayList<>();
        for (Candidate candidate : how.candidates()) {
            RankedPassage ranked = candidate.ranked();
            contents.source(ranked.passage().id().document())
                    .ifPresent(source -> {
                        var hit = new Hit(ranked, source);
                        located.add(candidate);
                        hits.add(hit);
                        if (candidate.fate() instanceof Fate.Kept) {
                            kept.add(hit);
                        }
                    });
        }
        EvidenceChoice.Choice read = evidence.of(how.searched().query(), kept);
        Set<PassageId> offered = new HashSet<>();
        kept.stream().limit(evidence.offered()).forEach(hit -> offered.add(id(hit)));
        for (int i = 0; i < hits.size(); i++) {
            Evidence choice = evidence(id(hits.get(i)), read, offered);
            passages.add(new Inspected(hits.get(i), located.get(i).fate(), choice));
        }
        return new Inspection(query, how, passages);
    }

    private static Evidence evidence(
            PassageId id, EvidenceChoice.Choice read, Set<PassageId> offered) {
        if (read.first().contains(id)) {
            return Evidence.READ;
        }
        if (read.then().contains(id)) {
            return Evidence.READ_ON;
        }
        return offered.contains(id) ? Evidence.CUT : Evidence.NOT_OFFERED;
    }

    private static PassageId id(Hit hit) {
        return hit.ranked().passage().id();
    }

    /// Why a search found the files that a person names, or did not: each file at or below a path,
    /// or with this in its name.
    public List<Whereabouts.OfFile> why(
            String name, Query query, Scope scope, SearchMode mode, int limit) {
        List<LibraryFile> files = named(name);
        if (files.isEmpty()) {
            return List.of(
                    new Whereabouts.OfFile(Optional.empty(), new Whereabouts.NotInLibrary()));
        }
        Inspection inspection = inspect(query, scope, mode, limit);
        return files.stream()
                .map(file ->
                        new Whereabouts.OfFile(
                                Optional.of(file), where(file, query, scope, inspection)))
                .toList();
    }

    private List<LibraryFile> named(String name) {
        List<LibraryFile> below = contents.files(List.of(Path.of(name)));
        if (!below.isEmpty()) {
            return below;
        }
        String part = name.toLowerCase(Locale.ROOT);
        return contents.files().stream()
                .filter(file ->
                        String.valueOf(file.path().getFileName())
                                .toLowerCase(Locale.ROOT)
                                .contains(part))
                .toList();
    }

    private Whereabouts where(LibraryFile file, Query query, Scope scope, Inspection inspection) {
        if (file.document().isEmpty() || file.passages() == 0) {
            return new Whereabouts.NotRead();
        }
        DocumentId document = file.document().get();
        if (!query.admits(file.path(), file.day())) {
            return new Whereabouts.Filtered(
                    query.filters().stream()
                            .filter(filter -> !filter.admits(file.path(), file.day()))
                            .toList());
        }
        if (!scope.has(document)) {
            return new Whereabouts.NotInCollection();
        }
        List<Inspected> own =
                inspection.passages().stream()
                        .filter(found -> id(found.hit()).document().equals(document))
                        .toList();
        return own.stream()
                .<Whereabouts>mapMulti((found, next) -> {
                    if (found.fate() instanceof Fate.Kept(int rank)) {
                        next.accept(new Whereabouts.Found(rank, found.evidence()));
                    }
                })
                .findFirst()
                .or(() -> folded(own))
                .or(() -> ruledOut(document, inspection.how().searched()))
                .orElseGet(() -> tooLow(document, inspection));
    }

    private Optional<Whereabouts> folded(List<Inspected> own) {
        return own.stream()
                .flatMap(found ->
                        found.fate() instanceof Fate.Folded(PassageId into)
                                ? contents.source(into.document()).stream()
                                : Optional.<Source>empty().stream())
                .findFirst()
                .map(Whereabouts.Folded::new);
    }

    /// Whether no passage of the document may be found, whatever its rank.
    private Optional<Whereabouts> ruledOut(DocumentId document, SearchRequest searched) {
        List<String> phrases = searched.within().phrases();
        List<String> excluded = searched.within().excluded();
        if (phrases.isEmpty() && excluded.isEmpty()) {
            return Optional.empty();
        }
        Scope only = new Scope.Documents(Set.of(document));
        Explanation alone =
                retriever.explain(
                        new SearchRequest(
                                searched.query(),
                                searched.mode(),
                                DEEPEST,
                                new Restriction(only, phrases, excluded)));
        boolean lacksPhrase = !alone.absent().isEmpty();
        return lacksPhrase || alone.candidates().isEmpty()
                ? Optional.of(new Whereabouts.RuledOut(phrases, lacksPhrase ? List.of() : excluded))
                : Optional.empty();
    }

    private Whereabouts tooLow(DocumentId document, Inspection inspection) {
        SearchRequest searched = inspection.how().searched();
        boolean meaning =
                inspection.passages().stream()
                        .anyMatch(found -> found.hit().ranked().vectorRank().isPresent());
        return new Whereabouts.TooLow(
                searched.mode() == SearchMode.VECTOR
                        ? OptionalInt.empty()
                        : deep(document, searched, SearchMode.LEXICAL),
                meaning ? deep(document, searched, SearchMode.VECTOR) : OptionalInt.empty());
    }

    private OptionalInt deep(DocumentId document, SearchRequest searched, SearchMode mode) {
        var request = new SearchRequest(searched.query(), mode, DEEPEST, searched.within());
        return retriever.explain(request).candidates().stream()
                .map(Candidate::ranked)
                .filter(ranked -> ranked.passage().id().document().equals(document))
                .flatMapToInt(ranked ->
                        (mode == SearchMode.LEXICAL ? ranked.lexicalRank() : ranked.vectorRank())
                                .stream())
                .min();
    }

    @Override
    public void close() {
        evidence.close();
    }
}
