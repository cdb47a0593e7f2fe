package org.fumikura.app.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.fumikura.app.ReadServices;
import org.fumikura.app.text.InspectionText;
import org.fumikura.app.text.NothingText;
import org.fumikura.app.text.QueryText;
import org.fumikura.app.text.WhereaboutsText;
import org.fumikura.rag.Passage;
import org.fumikura.rag.Scope;
import org.fumikura.rag.answer.Hit;
import org.fumikura.rag.query.Query;
import org.fumikura.rag.query.QueryReading;
import org.fumikura.rag.retrieve.RankedPassage;
import org.fumikura.rag.retrieve.SearchMode;
import org.fumikura.rag.search.Inspection;
import org.fumikura.rag.search.Nothing;
import org.fumikura.rag.search.SearchHit;
import org.fumikura.rag.search.SearchResult;
import org.fumikura.rag.search.Whereabouts;
import org.fumikura.ui.Messages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `search`: passages, without an answer.
@Command(name = "search", mixinStandardHelpOptions = true, description = "Find passages.")
final class SearchCommand implements Callable<Integer> {
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

    @Option(names = "--explain", description = "Show also how the search came to what it found.")
    private boolean explain;

    @Option(
            names = "--why",
            paramLabel = "FILE",
            description = "Say why a file was found, or why not: a path, or a part of its name.")
    private @Nullable String why;

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
        SearchResult result = services.search().search(query, scope.get(), mode, limit);
        Optional<Inspection> how =
                explain
                        ? Optional.of(
                                services.inspection().inspect(query, scope.get(), mode, limit))
                        : Optional.empty();
        List<Whereabouts.OfFile> files =
                Optional.ofNullable(why)
                        .map(name ->
                                services.inspection().why(name, query, scope.get(), mode, limit))
                        .orElse(List.of());
        Console console = session.console();
        Messages messages = console.messages();
        if (json) {
            console.print(HitsJson.of(result, how, files, messages));
        } else {
            how.ifPresent(found -> InspectionText.lines(messages, found).forEach(console::print));
            files.forEach(
                    file -> console.print(WhereaboutsText.of(messages, String.valueOf(why), file)));
            if (!explain && why == null) {
                show(result);
            }
        }
        return ExitCode.DONE;
    }

    private void show(SearchResult result) {
        Console console = session.console();
        result.nothing()
                .map(why -> NothingText.of(console.messages(), why))
                .ifPresent(why ->
                        console.note(session.text("cli.search.none", why.title(), why.advice())));
        result.corrected()
                .ifPresent(meant -> console.note(session.text("cli.search.corrected", meant)));
        result.absent().forEach(phrase -> console.note(session.text("cli.search.absent", phrase)));
        for (int i = 0; i < result.hits().size(); i++) {
            SearchHit found = result.hits().get(i);
            console.print(
                    session.text(
                            "cli.search.hit",
                            i + 1,
                            found.hit().source().path(),
                            found.hit().ranked().passage().page(),
                            found.snippet().text()));
        }
    }

    /// What `search --json` prints.
    record HitsJson(
            List<HitJson> hits,
            @JsonProperty("searched_for") @JsonInclude(JsonInclude.Include.NON_EMPTY)
                    @Nullable String searchedFor,
            @JsonProperty("absent_phrases") @JsonInclude(JsonInclude.Include.NON_EMPTY)
                    List<String> absentPhrases,
            @JsonProperty("why_nothing") @JsonInclude(JsonInclude.Include.NON_EMPTY)
                    @Nullable String whyNothing,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable InspectionJson explanation,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<WhyJson> why) {
        static HitsJson of(
                SearchResult result,
                Optional<Inspection> how,
                List<Whereabouts.OfFile> files,
                Messages messages) {
            return new HitsJson(
                    IntStream.range(0, result.hits().size())
                            .mapToObj(i -> HitJson.of(i + 1, result.hits().get(i).hit()))
                            .toList(),
                    result.corrected().orElse(null),
                    result.absent(),
                    result.nothing().map(Nothing::code).orElse(null),
                    how.map(InspectionJson::of).orElse(null),
                    files.stream().map(file -> WhyJson.of(messages, file)).toList());
        }
    }

    /// Why a file was found, or why not.
    record WhyJson(@Nullable String file, String code, String text) {
        static WhyJson of(Messages messages, Whereabouts.OfFile found) {
            return new WhyJson(
                    found.file().map(file -> file.path().toString()).orElse(null),
                    found.where().code(),
                    WhereaboutsText.reason(messages, found));
        }
    }

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
        static HitJson of(int rank, Hit hit) {
            RankedPassage ranked = hit.ranked();
            Passage passage = ranked.passage();
            return new HitJson(
                    rank,
                    hit.source().path().toString(),
                    passage.page(),
                    passage.span().start(),
                    passage.span().end(),
                    ranked.score(),
                    InspectionJson.orNull(ranked.lexicalRank()),
                    InspectionJson.orNull(ranked.vectorRank()),
                    passage.text());
        }
    }
}
