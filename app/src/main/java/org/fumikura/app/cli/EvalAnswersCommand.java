package org.fumikura.app.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.fumikura.app.Composition;
import org.fumikura.rag.answer.Answer;
import org.fumikura.rag.answer.GroundedAnswerer;
import org.fumikura.rag.eval.AnswerEvaluation;
import org.fumikura.rag.eval.JudgedAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `eval answers`: questions answered from the passages that come with them, by all that answers a
/// person's question; nothing of the library is read or changed.
@Command(
        name = "answers",
        mixinStandardHelpOptions = true,
        description = "Answer judged questions from their passages (about 20 seconds each).")
final class EvalAnswersCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--json", description = "The figures as one JSON object.")
    private boolean json;

    @Option(names = "--limit", paramLabel = "N", description = "Only the first N questions.")
    private int limit = Integer.MAX_VALUE;

    @Option(
            names = "--lines",
            description = "Each question first, as a JSON line: its answer, and what is right.")
    private boolean lines;

    @Parameters(arity = "1", paramLabel = "FILE")
    private Path file = Path.of(".");

    EvalAnswersCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<JudgedAnswer> set = JudgedAnswer.read(file).stream().limit(limit).toList();
        return session.with(services -> evaluate(services, set));
    }

    private int evaluate(Composition services, List<JudgedAnswer> set) {
        ModelFetch.fetchMissing(session.console(), services.models());
        try (var evaluation =
                        AnswerEvaluation.of(
                                set,
                                services.evaluationEmbedder().orElseThrow(),
                                (done, total) ->
                                        session.console()
                                                .progress(
                                                        session.text(
                                                                "cli.eval.embedding",
                                                                done,
                                                                total)));
                GroundedAnswerer answerer =
                        services.answererFrom(evaluation.index(), evaluation::source)) {
            var remaining = new Remaining(session.console(), set.size());
            var result =
                    evaluation.run(
                            answerer,
                            (asked, answer) -> {
                                if (lines) {
                                    session.console().print(LineJson.of(asked, answer));
                                }
                                remaining.oneMore();
                            });
            report(ResultJson.of(result));
        }
        return ExitCode.DONE;
    }

    private void report(ResultJson result) {
        if (json) {
            session.console().print(result);
        } else {
            result.rows().forEach(session.console()::print);
        }
    }

    /// One question with its answer.
    record LineJson(
            String id,
            String question,
            String answer,
            String verdict,
            Set<String> cited,
            List<String> answers,
            Set<String> supporting,
            @JsonProperty("total_ms") long millis) {
        static LineJson of(JudgedAnswer asked, Answer answer) {
            var cited = new TreeSet<String>();
            answer.citations().forEach(citation -> cited.add(citation.file().toString()));
            return new LineJson(
                    asked.id(),
                    asked.question(),
                    answer.text(),
                    answer.verdict().name().toLowerCase(Locale.ROOT),
                    cited,
                    asked.answers(),
                    asked.supporting(),
                    answer.timings().totalMs());
        }
    }

    /// What `eval answers --json` prints.
    record ResultJson(
            int questions,
            double accuracy,
            double f1,
            @JsonProperty("citation_precision") double citationPrecision,
            @JsonProperty("citation_recall") double citationRecall,
            @JsonProperty("refused_unanswerable") double refusedUnanswerable,
            @JsonProperty("refused_answerable") double refusedAnswerable,
            double seconds) {
        static ResultJson of(AnswerEvaluation.Result result) {
            return new ResultJson(
                    result.questions(),
                    result.accuracy(),
                    result.f1(),
                    result.citationPrecision(),
                    result.citationRecall(),
                    result.refusedUnanswerable(),
                    result.refusedAnswerable(),
                    result.seconds());
        }

        List<String> rows() {
            return List.of(
                    "questions            " + questions,
                    row("accuracy", accuracy),
                    row("f1", f1),
                    row("citation_precision", citationPrecision),
                    row("citation_recall", citationRecall),
                    row("refused_unanswerable", refusedUnanswerable),
                    row("refused_answerable", refusedAnswerable),
                    row("seconds", seconds));
        }

        private static String row(String name, double value) {
            return String.format(Locale.ROOT, "%-20s %.4f", name, value);
        }
    }
}
