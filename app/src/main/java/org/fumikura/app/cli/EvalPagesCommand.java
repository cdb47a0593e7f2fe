package org.fumikura.app.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.fumikura.app.Composition;
import org.fumikura.rag.Scope;
import org.fumikura.rag.answer.Answer;
import org.fumikura.rag.answer.Question;
import org.fumikura.rag.eval.PageEvaluation;
import org.fumikura.rag.eval.PageSet;
import org.fumikura.rag.eval.PageSet.FoundPage;
import org.fumikura.rag.eval.RankingMetrics;
import org.fumikura.rag.library.Source;
import org.fumikura.rag.retrieve.RankedPassage;
import org.fumikura.rag.retrieve.SearchMode;
import org.fumikura.rag.retrieve.SearchRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `eval pages`: real documents in, the right page out, through the parser and chunker of the
/// product; with `--answers` also what the answers cite and refuse.
@Command(
        name = "pages",
        mixinStandardHelpOptions = true,
        description = "Find the page that answers (documents/, queries.jsonl, no_answer.jsonl).")
final class EvalPagesCommand implements Callable<Integer> {
    private static final int DEPTH = 100;

    private final Session session;

    @Option(names = "--json", description = "One JSON line a set.")
    private boolean json;

    @Option(names = "--mode", paramLabel = "MODE", defaultValue = "hybrid")
    private SearchMode mode = SearchMode.HYBRID;

    @Option(
            names = "--answers",
            description = "Answer the questions too (about half a minute each).")
    private boolean answers;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "With --answers: only the first N questions of each kind.")
    private int limit = Integer.MAX_VALUE;

    @Parameters(arity = "1", paramLabel = "DIR")
    private Path folder = Path.of(".");

    EvalPagesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.with(this::evaluate);
    }

    private int evaluate(Composition services) {
        PageSet set = PageSet.read(folder);
        ModelFetch.fetch(session.console(), services.models(), services.models().missing());
        List<Path> documents = List.of(set.documents());
        Ingest.run(session.console(), services, documents);
        Scope scope = services.library().scopeOf(documents);
        RankingMetrics metrics =
                PageEvaluation.of(set, question -> pages(services, set, scope, question));
        var result = ResultJson.of(set, metrics, answers ? answer(services, set, scope) : null);
        if (json) {
            session.console().print(result);
        } else {
            result.lines().forEach(session.console()::print);
        }
        return ExitCode.DONE;
    }

    private List<FoundPage> pages(Composition services, PageSet set, Scope scope, String question) {
        var pages = new ArrayList<FoundPage>();
        var request = new SearchRequest(question, mode, DEPTH, scope);
        for (RankedPassage ranked : services.retriever().retrieve(request)) {
            services.library()
                    .source(ranked.passage().id().document())
                    .map(Source::path)
                    .ifPresent(path -> pages.add(page(set, path, ranked.passage().page())));
        }
        return pages;
    }

    private static FoundPage page(PageSet set, Path file, int page) {
        try {
            Path below = set.documents().toRealPath().relativize(file);
            return new FoundPage(below.toString().replace('\\', '/'), page);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private Shares answer(Composition services, PageSet set, Scope scope) {
        List<PageSet.PageQuestion> asked = set.questions().stream().limit(limit).toList();
        int cited = 0;
        int refused = 0;
        for (PageSet.PageQuestion question : asked) {
            Answer answer = ask(services, scope, question.text());
            boolean right =
                    answer.citations().stream()
                            .anyMatch(c -> page(set, c.file(), c.page()).equals(question.gold()));
            cited += right ? 1 : 0;
            refused += answer.verdict() == Answer.Verdict.ABSTAINED ? 1 : 0;
            session.console().note(line(question.id(), answer, right));
        }
        int declined = 0;
        var hopeless = set.unanswerable().stream().limit(limit).toList();
        for (var question : hopeless) {
            Answer answer = ask(services, scope, question.text());
            declined += answer.verdict() == Answer.Verdict.ABSTAINED ? 1 : 0;
            session.console().note(line(question.id(), answer, false));
        }
        return new Shares(
                share(cited, asked.size()),
                share(declined, hopeless.size()),
                share(refused, asked.size()));
    }

    private static Answer ask(Composition services, Scope scope, String question) {
        return Waiting.on(
                services.answerer()
                        .ask(new Question(question, scope, List.of()), _ -> {})
                        .answer());
    }

    private static String line(String id, Answer answer, boolean right) {
        return String.format(
                Locale.ROOT,
                "%s %s cited=%b total_ms=%d",
                id,
                answer.verdict(),
                right,
                answer.timings().totalMs());
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    /// Shares of the questions answered, from 0 to 1.
    record Shares(double cited, double declined, double refused) {}

    /// What `eval pages --json` prints; the last three are absent without `--answers`.
    record ResultJson(
            int questions,
            @JsonProperty("ndcg@10") double ndcg,
            @JsonProperty("hit@1") double hit1,
            @JsonProperty("hit@5") double hit5,
            @JsonProperty("page_cited") @Nullable Double pageCited,
            @JsonProperty("refused_unanswerable") @Nullable Double refusedUnanswerable,
            @JsonProperty("refused_answerable") @Nullable Double refusedAnswerable) {
        List<String> lines() {
            var lines = new ArrayList<String>();
            lines.add("questions            " + questions);
            lines.add(figure("ndcg@10", ndcg));
            lines.add(figure("hit@1", hit1));
            lines.add(figure("hit@5", hit5));
            if (pageCited != null && refusedUnanswerable != null && refusedAnswerable != null) {
                lines.add(figure("page_cited", pageCited));
                lines.add(figure("refused_unanswerable", refusedUnanswerable));
                lines.add(figure("refused_answerable", refusedAnswerable));
            }
            return lines;
        }

        private static String figure(String name, double value) {
            return String.format(Locale.ROOT, "%-20s %.4f", name, value);
        }

        static ResultJson of(PageSet set, RankingMetrics metrics, @Nullable Shares shares) {
            return new ResultJson(
                    set.questions().size(),
                    metrics.ndcg10(),
                    metrics.hit1(),
                    metrics.hit5(),
                    shares == null ? null : shares.cited(),
                    shares == null ? null : shares.declined(),
                    shares == null ? null : shares.refused());
        }
    }
}
