package org.fumikura.app.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.fumikura.app.Composition;
import org.fumikura.rag.answer.AnswerSettings;
import org.fumikura.rag.answer.Verification;
import org.fumikura.rag.eval.JudgedSentence;
import org.fumikura.rag.eval.VerificationEvaluation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `eval verify`: whether the check of an answer's sentences tells what passages bear out from what
/// they do not. No answer is written.
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Check judged sentences against their passages.")
final class EvalVerifyCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--json", description = "The figures as one JSON object.")
    private boolean json;

    @Option(names = "--words", description = "By words, numbers and names only: no model is asked.")
    private boolean words;

    @Option(
            names = "--lines",
            description = "Each sentence first, as a JSON line: what was found, and what is right.")
    private boolean lines;

    @Option(names = "--limit", paramLabel = "N", description = "Only the first N sentences.")
    private int limit = Integer.MAX_VALUE;

    @Parameters(arity = "1", paramLabel = "FILE")
    private Path file = Path.of(".");

    EvalVerifyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<JudgedSentence> set = JudgedSentence.read(file).stream().limit(limit).toList();
        if (words) {
            try (var verification = Verification.byWords(AnswerSettings.LAPTOP)) {
                return evaluate(set, verification);
            }
        }
        return session.with(services -> judged(services, set));
    }

    private int judged(Composition services, List<JudgedSentence> set) {
        ModelFetch.fetchMissing(session.console(), services.models());
        try (Verification verification = services.verification()) {
            return evaluate(set, verification);
        }
    }

    private int evaluate(List<JudgedSentence> set, Verification verification) {
        var remaining = new Remaining(session.console(), set.size());
        var result =
                VerificationEvaluation.of(
                        set,
                        verification,
                        (sentence, outcome) -> {
                            if (lines) {
                                session.console().print(LineJson.of(sentence, outcome));
                            }
                            remaining.oneMore();
                        });
        if (json) {
            session.console().print(ResultJson.of(result));
        } else {
            ResultJson.of(result).rows().forEach(session.console()::print);
        }
        return ExitCode.DONE;
    }

    /// What was found for one sentence; `judged` is absent where the model was not asked.
    record LineJson(
            String id, String support, @Nullable Double judged, List<String> quotes, String label) {
        static LineJson of(JudgedSentence sentence, Verification.Outcome outcome) {
            OptionalDouble judged = outcome.judged();
            return new LineJson(
                    sentence.id(),
                    outcome.support().name().toLowerCase(Locale.ROOT),
                    judged.isPresent() ? judged.getAsDouble() : null,
                    outcome.quotes(),
                    sentence.supported() ? "supported" : "unsupported");
        }
    }

    /// What `eval verify --json` prints; the positive class is "unsupported".
    record ResultJson(
            int pairs,
            double accuracy,
            double precision,
            double recall,
            double f1,
            @JsonProperty("ms_per_pair") double millis) {
        static ResultJson of(VerificationEvaluation.Result result) {
            return new ResultJson(
                    result.pairs(),
                    result.accuracy(),
                    result.precision(),
                    result.recall(),
                    result.f1(),
                    result.millisPerPair());
        }

        List<String> rows() {
            return List.of(
                    "pairs        " + pairs,
                    row("accuracy", accuracy),
                    row("precision", precision),
                    row("recall", recall),
                    row("f1", f1),
                    row("ms_per_pair", millis));
        }

        private static String row(String name, double value) {
            return String.format(Locale.ROOT, "%-12s %.4f", name, value);
        }
    }
}
