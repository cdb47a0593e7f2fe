package org.fumikura.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fumikura.app.bench.Bench;
import org.fumikura.app.bench.BenchReport;
import org.fumikura.app.models.LocalModels;
import org.fumikura.inference.CancellationToken;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `bench`: how fast this machine is. Works beside the person's library, never in it.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measure models, indexing and search on this machine (some minutes).")
final class BenchCommand implements Callable<Integer> {
    /// Questions without which a figure says nothing.
    private static final int FEWEST = 10;

    private final Session session;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Option(
            names = "--in",
            paramLabel = "DIR",
            description = "Index the PDF files of this folder; without it, sample texts.")
    private @Nullable Path folder;

    @Option(names = "--engine", description = "Measure the models only.")
    private boolean engineOnly;

    @Option(names = "--indexing", description = "Measure taking files in only.")
    private boolean indexingOnly;

    @Option(
            names = "--passages",
            paramLabel = "N",
            description =
                    "Measure search only, in an index of N passages; may be given several times.")
    private List<Integer> sizes = List.of();

    @Option(
            names = "--queries",
            paramLabel = "N",
            description = "With --passages: how many questions each figure is of.")
    private int queries = Bench.QUERIES;

    @Option(
            names = "--corpus",
            paramLabel = "DIR",
            description =
                    "With --passages: keep the indexes in this folder and search those that are there.")
    private @Nullable Path corpus;

    BenchCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (sizes.stream().anyMatch(size -> size < 20 || size % 20 != 0)) {
            session.console().note(session.text("cli.bench.size"));
            return ExitCode.USAGE;
        }
        List<Path> files = List.of();
        Path given = folder;
        if (given != null) {
            files = Files.isDirectory(given) ? Bench.pdfs(given) : List.of();
            if (files.isEmpty()) {
                session.console().note(session.text("cli.bench.noPdf", given));
                return ExitCode.USAGE;
            }
        }
        List<Path> indexed = files;
        return session.withModels(models -> measure(models, indexed));
    }

    private int measure(LocalModels models, List<Path> files) {
        Console console = session.console();
        var bench =
                new Bench(
                        models,
                        stage -> console.note(session.text("cli.bench.stage." + stage.name())));
        if (!sizes.isEmpty()) {
            print(bench.searches(sizes, Math.max(FEWEST, queries), Optional.ofNullable(corpus)));
            return ExitCode.DONE;
        }
        ModelFetch.fetch(console, models, models.missing());
        models.runtime().fetchIfPossible(new CancellationToken());
        if (engineOnly) {
            print(bench.models());
            return ExitCode.DONE;
        }
        if (indexingOnly) {
            print(bench.intake(files));
            return ExitCode.DONE;
        }
        BenchReport report = bench.run(files);
        if (json) {
            console.print(report);
        } else {
            report.engine().forEach(this::print);
            print(report.indexing());
            report.retrieval().forEach(this::print);
        }
        return ExitCode.DONE;
    }

    private void print(BenchReport.Engines models) {
        if (json) {
            session.console().print(models);
        } else {
            models.engine().forEach(this::print);
        }
    }

    private void print(BenchReport.Intake figures) {
        if (json) {
            session.console().print(figures);
        } else {
            print(figures.indexing());
        }
    }

    private void print(BenchReport.Searches figures) {
        if (json) {
            session.console().print(figures);
            return;
        }
        figures.retrieval().forEach(this::print);
        for (BenchReport.Growth growth : figures.growth()) {
            session.console().print(session.text("cli.bench.growth", growth.passages()));
            Double speed = growth.passagesPerS();
            if (speed != null) {
                line("passages", speed);
            }
            Double settled = growth.settledS();
            if (settled != null) {
                line("settled", settled);
            }
            line("heap", growth.heapMb());
            line("bytes", growth.bytesPerPassage());
        }
    }

    private void print(BenchReport.Engine figures) {
        session.console()
                .print(session.text("cli.bench.engine", figures.model(), figures.runtime()));
        line("prefill", figures.prefillTokS());
        line("decode", figures.decodeTokS());
        line("cold", figures.coldFirstTokenMs(), figures.promptTokens());
        line("warm", figures.warmFirstTokenMs());
        line("typed", figures.typedFirstTokenMs());
        line("crowded", figures.crowdedDelayMs());
        line("embed", figures.embedTokS());
        line("load", figures.loadMs());
        BenchReport.Lookup lookup = figures.lookup();
        if (lookup != null) {
            line("lookup", lookup.guessedTokS(), lookup.plainTokS());
        }
        Long memory = figures.rssMb();
        if (memory != null) {
            line("rss", memory);
        }
    }

    private void print(BenchReport.Indexing figures) {
        session.console()
                .print(session.text("cli.bench.indexing", figures.files(), figures.pages()));
        line("words", figures.pdfPagesPerMin());
        line("meaning", figures.meaningPagesPerMin());
        line("passages", figures.passagesPerS());
        line("first", figures.firstSearchableMs());
        line("heap", figures.heapMb());
        line("bytes", figures.bytesPerPassage());
        line("text", figures.textBytesPerPassage());
        Double ratio = figures.pdfboxRatio();
        if (ratio != null) {
            line("pdfbox", ratio);
        }
    }

    private void print(BenchReport.Retrieval figures) {
        Double recall = figures.recall();
        String share = recall == null ? "" : String.format(Locale.ROOT, "%.3f", recall);
        session.console()
                .print(
                        session.text(
                                recall == null
                                        ? "cli.bench.retrieval"
                                        : "cli.bench.retrieval.recall",
                                figures.mode(),
                                figures.passages(),
                                millis(figures.p50Ms()),
                                millis(figures.p95Ms()),
                                share));
    }

    private void line(String figure, Object... values) {
        session.console().print("  " + session.text("cli.bench.figure." + figure, values));
    }

    private static String millis(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
