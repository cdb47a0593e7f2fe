package org.fumikura.app.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fumikura.app.ReadServices;
import org.fumikura.app.text.QueryText;
import org.fumikura.rag.Passage;
import org.fumikura.rag.Scope;
import org.fumikura.rag.index.Restriction;
import org.fumikura.rag.index.Snippets;
import org.fumikura.rag.library.Source;
import org.fumikura.rag.query.Query;
import org.fumikura.rag.query.QueryReading;
import org.fumikura.rag.retrieve.Found;
import org.fumikura.rag.retrieve.RankedPassage;
import org.fumikura.rag.retrieve.SearchMode;
import org.fumikura.rag.retrieve.SearchRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `search`: passages, without an answer.
@Command(name = "search", mixinStandardHelpOptions = true, description = "Find passages.")
final class SearchCommand implements Callable<Integer> {
    /// Columns of a snippet.
    private static final int SNIPPET = 240;

    private final Session session;

    @Option(names = "--json", description = "The hits as one JSON object.")
    private boolean json;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "hybrid",
            description = "lexical, vector or hybrid (default).")
    private SearchMode mode = SearchMode.HYBRID;

    @Option(
            names = "-k",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many (default: 10).")
    private int limit;

    @Option(
            names = "--collection",
            paramLabel = "NAME",
            description = "Search this collection only.")
    private @Nullable String collection;

    @Parameters(arity = "1..*", paramLabel = "QUERY")
    private List<String> words = List.of();

    SearchCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            session.console().note(session.text("cli.search.limit"));
            return ExitCode.USAGE;
        }
        return session.reading(this::search);
    }

    private int search(ReadServices services) {
        Optional<Scope> scope =
                LibraryCollectionsCommand.scope(session, services.collections(), collection);
        if (scope.isEmpty()) {
            return ExitCode.USAGE;
        }
        QueryReading reading = Query.read(String.join(" ", words));
        if (!(reading instanceof QueryReading.Understood(Query query))) {
            QueryText.problem(session.console().messages(), reading)
                    .ifPresent(session.console()::note);
            return ExitCode.USAGE;
        }
        services.working().ifPresent(library -> Ingest.catchUp(session.console(), library));
        var within =
                new Restriction(
                        services.contents().narrow(scope.get(), query),
                        query.phrases(),
                        query.excluded());
        var request = new SearchRequest(query.words(), mode, limit, within);
        Found found = services.retriever().find(request);
        List<HitJson> hits = new ArrayList<>();
        for (RankedPassage ranked : found.passages()) {
            Optional<Source> source = services.contents().source(ranked.passage().id().document());
            source.ifPresent(file -> hits.add(HitJson.of(hits.size() + 1, ranked, file)));
        }
        Console console = session.console();
        if (json) {
            console.print(
                    new HitsJson(
                            List.copyOf(hits), found.corrected().orElse(null), found.absent()));
        } else if (hits.isEmpty()) {
            console.note(session.text("cli.search.none"));
        } else {
            found.corrected()
                    .ifPresent(meant -> console.note(session.text("cli.search.corrected", meant)));
            found.absent()
                    .forEach(phrase -> console.note(session.text("cli.search.absent", phrase)));
            show(found.corrected().orElse(query.words()), hits);
        }
        return ExitCode.DONE;
    }

    private void show(String query, List<HitJson> hits) {
        try (var snippets = new Snippets()) {
            for (HitJson hit : hits) {
                session.console()
                        .print(
                                session.text(
                                        "cli.search.hit",
                                        hit.rank(),
                                        hit.document(),
                                        hit.page(),
                                        snippets.of(query, hit.text(), SNIPPET).text()));
            }
        }
    }

    /// What `search --json` prints.
    record HitsJson(
            List<HitJson> hits,
            @JsonProperty("searched_for") @JsonInclude(JsonInclude.Include.NON_EMPTY)
                    @Nullable String searchedFor,
            @JsonProperty("absent_phrases") @JsonInclude(JsonInclude.Include.NON_EMPTY)
                    List<String> absentPhrases) {}

    /// One passage found.
    record HitJson(
            int rank,
            String document,
            int page,
            int start,
            int end,
            double score,
            @JsonProperty("lexical_rank") @Nullable Integer lexicalRank,
            @JsonProperty("vector_rank") @Nullable Integer vectorRank,
            String text) {
        static HitJson of(int rank, RankedPassage ranked, Source source) {
            Passage passage = ranked.passage();
            return new HitJson(
                    rank,
                    source.path().toString(),
                    passage.page(),
                    passage.span().start(),
                    passage.span().end(),
                    ranked.score(),
                    ranked.lexicalRank().isPresent() ? ranked.lexicalRank().getAsInt() : null,
                    ranked.vectorRank().isPresent() ? ranked.vectorRank().getAsInt() : null,
                    passage.text());
        }
    }
}
