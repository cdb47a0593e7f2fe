package org.fumikura.app.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fumikura.app.Composition;
import org.fumikura.app.models.ModelCard;
import org.fumikura.rag.eval.RetrievalEvaluation;
import org.fumikura.rag.eval.RetrievalSet;
import org.fumikura.rag.retrieve.Recipe;
import org.fumikura.rag.retrieve.SearchMode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `eval retrieval`: how well search ranks, on sets of documents, questions and judgements.
@Command(
        name = "retrieval",
        mixinStandardHelpOptions = true,
        description = "Rank the documents of judged sets (corpus.jsonl, queries.jsonl, qrels.tsv).")
final class EvalRetrievalCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--json", description = "One JSON line a set and mode.")
    private boolean json;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description = "lexical, vector or hybrid; without it, all three.")
    private @Nullable SearchMode mode;

    @Option(
            names = "--ablate",
            description =
                    "Besides, hybrid search with one part after the other taken out or changed.")
    private boolean ablate;

    @Option(names = "--runs", paramLabel = "DIR", description = "Write TREC run files here.")
    private @Nullable Path runs;

    @Parameters(arity = "1..*", paramLabel = "DIR")
    private List<Path> folders = List.of();

    EvalRetrievalCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.with(this::evaluate);
    }

    private int evaluate(Composition services) {
        List<SearchMode> modes = mode == null ? List.of(SearchMode.values()) : List.of(mode);
        Optional<RetrievalEvaluation.Embedder> embedder = Optional.empty();
        if (!modes.equals(List.of(SearchMode.LEXICAL))) {
            ModelFetch.fetch(
                    session.console(),
                    services.models(),
                    List.of(services.models().chosen(ModelCard.Role.EMBEDDING)));
            embedder = services.evaluationEmbedder();
        }
        if (!json) {
            session.console().print(ResultJson.HEADER);
        }
        for (Path folder : folders) {
            RetrievalSet set = RetrievalSet.read(folder);
            try (var evaluation =
                    RetrievalEvaluation.of(
                            set,
                            embedder,
                            (done, total) ->
                                    session.console()
                                            .progress(
                                                    session.text(
                                                            "cli.eval.embedding", done, total)))) {
                for (SearchMode each : modes) {
                    recipes(each).forEach(recipe -> report(evaluation.run(each, recipe)));
                }
            }
        }
        return ExitCode.DONE;
    }

    private List<Recipe> recipes(SearchMode each) {
        return ablate && each == SearchMode.HYBRID ? Recipe.ablations() : List.of(Recipe.STANDARD);
    }

    private void report(RetrievalEvaluation.Result result) {
        ResultJson line = ResultJson.of(result);
        if (json) {
            session.console().print(line);
        } else {
            session.console().print(line.row());
        }
        if (runs != null) {
            String name = result.set() + "." + line.mode();
            name += result.recipe().equals(Recipe.STANDARD) ? "" : "." + line.recipe();
            result.run().write(runs.resolve(name + ".run"), name);
        }
    }

    /// The figures of one set in one mode.
    record ResultJson(
            String set,
            String mode,
            String recipe,
            int queries,
            @JsonProperty("ndcg@10") double ndcg,
            @JsonProperty("hit@1") double hit1,
            @JsonProperty("recall@100") double recall,
            double map,
            double mrr,
            double seconds,
            @JsonProperty("p50_ms") double p50,
            @JsonProperty("p95_ms") double p95) {
        static final String HEADER =
                "set                  mode      queries  ndcg@10   hit@1  recall@100     map     mrr    p50 ms  p95 ms  recipe";

        static ResultJson of(RetrievalEvaluation.Result result) {
            return new ResultJson(
                    result.set(),
                    result.mode().name().toLowerCase(Locale.ROOT),
                    result.recipe().name(),
                    result.queries(),
                    result.metrics().ndcg10(),
                    result.metrics().hit1(),
                    result.metrics().recall100(),
                    result.metrics().map(),
                    result.metrics().mrr(),
                    result.seconds(),
                    result.p50Millis(),
                    result.p95Millis());
        }

        String row() {
            return String.format(
                    Locale.ROOT,
                    "%-20s %-8s %8d  %7.4f %7.4f  %10.4f %7.4f %7.4f  %8.2f %7.2f  %s",
                    set,
                    mode,
                    queries,
                    ndcg,
                    hit1,
                    recall,
                    map,
                    mrr,
                    p50,
                    p95,
                    recipe);
        }
    }
}
