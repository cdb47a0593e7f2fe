package org.fumikura.app.cli;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.fumikura.app.models.LocalModels;
import org.fumikura.app.models.TextProbability;
import org.fumikura.rag.answer.Language;
import org.fumikura.rag.eval.text.Bleu;
import org.fumikura.rag.eval.text.BleuTokenizer;
import org.fumikura.rag.eval.text.ChrF;
import org.fumikura.rag.eval.text.ExactMatch;
import org.fumikura.rag.eval.text.OverlapF1;
import org.fumikura.rag.eval.text.Perplexity;
import org.fumikura.rag.eval.text.Rouge;
import org.fumikura.rag.eval.text.SegmentPair;
import org.fumikura.rag.eval.text.TextMetric;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `eval text`: how like a reference a text is, line by line.
@Command(
        name = "text",
        mixinStandardHelpOptions = true,
        description =
                "Score the lines of CANDIDATE against the lines of REFERENCE. Perplexity is the"
                        + " chat model's, each line of CANDIDATE as an answer to its line of REFERENCE;"
                        + " where CANDIDATE holds log-probabilities, it is that of those numbers.")
final class EvalTextCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--json", description = "The scores as JSON.")
    private boolean json;

    @Option(
            names = "--metric",
            paramLabel = "M",
            required = true,
            description = "BLEU, ROUGE, chrF, F1, accuracy or perplexity.")
    private Metric metric = Metric.BLEU;

    @Option(
            names = "--tokenize",
            paramLabel = "T",
            description =
                    "For BLEU: 13a (default), zh, char (default where the reference is Japanese) or"
                            + " none.",
            converter = TokenizerName.class)
    private @Nullable BleuTokenizer tokenizer;

    @Option(names = "--lines", description = "Each line's own score first.")
    private boolean lines;

    @Parameters(index = "0", paramLabel = "REFERENCE")
    private Path reference = Path.of(".");

    @Parameters(index = "1", paramLabel = "CANDIDATE")
    private Path candidate = Path.of(".");

    /// What can be measured.
    enum Metric {
        BLEU,
        ROUGE,
        CHRF,
        F1,
        ACCURACY,
        PERPLEXITY
    }

    EvalTextCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<SegmentPair> segments = SegmentPair.read(reference, candidate);
        return switch (metric) {
            case BLEU -> score(segments, new Bleu(tokenizer(segments)));
            case ROUGE -> score(segments, new Rouge());
            case CHRF -> score(segments, new ChrF());
            case F1 -> score(segments, new OverlapF1());
            case ACCURACY -> score(segments, new ExactMatch());
            case PERPLEXITY -> perplexity(segments);
        };
    }

    private BleuTokenizer tokenizer(List<SegmentPair> segments) {
        if (tokenizer != null) {
            return tokenizer;
        }
        boolean japanese =
                segments.stream()
                        .anyMatch(pair -> Language.of(pair.reference()) == Language.JAPANESE);
        return japanese ? BleuTokenizer.CHARACTERS : BleuTokenizer.WESTERN;
    }

    private int score(List<SegmentPair> segments, TextMetric measure) {
        if (lines) {
            for (SegmentPair segment : segments) {
                report(1, measure.of(segment));
            }
        }
        report(segments.size(), measure.of(segments));
        return ExitCode.DONE;
    }

    private int perplexity(List<SegmentPair> segments) {
        List<String> written = segments.stream().map(SegmentPair::candidate).toList();
        Optional<Perplexity> given = Perplexity.ofLogProbabilities(written);
        if (given.isPresent()) {
            report(segments.size(), score(given.get()));
            return ExitCode.DONE;
        }
        return session.withModels(models -> {
            ModelFetch.fetchMissing(session.console(), models);
            var all = new Perplexity(0, 0);
            for (SegmentPair segment : segments) {
                Perplexity one = surprise(models, segment);
                if (lines) {
                    report(1, score(one));
                }
                all = all.plus(one);
            }
            report(segments.size(), score(all));
            return ExitCode.DONE;
        });
    }

    private static Perplexity surprise(LocalModels models, SegmentPair segment) {
        if (segment.candidate().isEmpty()) {
            return new Perplexity(0, 0);
        }
        var found = TextProbability.of(models, segment.reference(), segment.candidate());
        return new Perplexity(found.logProbability(), found.tokens());
    }

    private static TextMetric.Score score(Perplexity perplexity) {
        var figures = new LinkedHashMap<String, Double>();
        figures.put("log_probability", perplexity.logProbability());
        figures.put("tokens", (double) perplexity.tokens());
        return new TextMetric.Score(perplexity.value(), figures);
    }

    private void report(int segments, TextMetric.Score score) {
        String name = metric.name().toLowerCase(Locale.ROOT);
        if (json) {
            session.console().print(new ResultJson(name, segments, score.value(), score.figures()));
            return;
        }
        session.console().print(row(name, score.value()));
        score.figures().forEach((key, value) -> session.console().print("  " + row(key, value)));
    }

    private static String row(String name, double value) {
        return String.format(Locale.ROOT, "%-16s %.4f", name, value);
    }

    /// Reads sacrebleu's names.
    static final class TokenizerName implements ITypeConverter<BleuTokenizer> {
        @Override
        public BleuTokenizer convert(String name) {
            return BleuTokenizer.named(name);
        }
    }

    /// What `eval text --json` prints: the score, and beside it what it was computed from.
    record ResultJson(
            String metric,
            int segments,
            double score,
            @JsonIgnore SequencedMap<String, Double> figures) {
        @JsonAnyGetter
        Map<String, Double> byName() {
            return figures;
        }
    }
}
