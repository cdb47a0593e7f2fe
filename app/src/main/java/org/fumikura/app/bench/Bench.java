package org.fumikura.app.bench;

import dev.langchain4j.model.embedding.EmbeddingModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.fumikura.app.models.LocalModels;
import org.fumikura.app.models.ModelCard;
import org.fumikura.app.models.RuntimePreference;

/// Measures this machine with the chosen models. For one thread; interrupting it ends the
/// measurement with the failure of what was interrupted.
public final class Bench {
    /// Questions that a figure of search is of, where nothing else is said.
    public static final int QUERIES = 400;

    private static final int PASSAGES = 10_000;

    /// Of the vectors where no model says.
    private static final int DIMENSION = 384;

    private final LocalModels models;
    private final Consumer<BenchStage> stages;

    /// @param models borrowed; the chosen ones are on this machine
    /// @param stages hears what is measured next
    public Bench(LocalModels models, Consumer<BenchStage> stages) {
        this.models = models;
        this.stages = stages;
    }

    /// The PDF files in a folder and the folders below it.
    public static List<Path> pdfs(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Bench::isPdf).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Measures the models alone.
    public BenchReport.Engines models() {
        try (var folder = BenchFolder.create()) {
            return new BenchReport.Engines(engines(SampleText.read(folder.resolve("samples"))));
        }
    }

    private List<BenchReport.Engine> engines(SampleText samples) {
        return runtimes().map(new EngineBench(models, samples, stages)::measure).toList();
    }

    /// Measures everything, some minutes long.
    ///
    /// @param files taken in to see how fast that is; without any, texts made for it
    public BenchReport run(List<Path> files) {
        try (var folder = BenchFolder.create()) {
            var samples = SampleText.read(folder.resolve("samples"));
            List<BenchReport.Engine> engines = engines(samples);
            BenchReport.Indexing indexing = indexing(folder, samples, files);
            var retrieval =
                    new GrowthBench(folder.resolve("corpus"), passages().dimension(), stages)
                            .measure(PASSAGES, QUERIES)
                            .searches();
            return new BenchReport(engines, indexing, retrieval);
        }
    }

    /// Measures taking files in alone.
    ///
    /// @param files as for [#run]
    public BenchReport.Intake intake(List<Path> files) {
        try (var folder = BenchFolder.create()) {
            var samples = SampleText.read(folder.resolve("samples"));
            return new BenchReport.Intake(indexing(folder, samples, files));
        }
    }

    private BenchReport.Indexing indexing(
            BenchFolder folder, SampleText samples, List<Path> files) {
        String embedder = models.chosen(ModelCard.Role.EMBEDDING).id();
        List<Path> taken = files.isEmpty() ? samples.writePages(folder.resolve("pages")) : files;
        return new IndexingBench(folder.resolve("home"), embedder, passages(), stages)
                .measure(taken, !files.isEmpty());
    }

    private EmbeddingModel passages() {
        return models.embedder().orElseThrow().passages();
    }

    /// Measures search alone, in an index of each size; needs no model.
    ///
    /// @param sizes in passages, each a multiple of twenty
    /// @param queries asked for each figure, at least ten
    /// @param kept where the indexes are made and stay, to be searched again by the next
    ///   measurement; empty to make them anew and leave nothing
    public BenchReport.Searches searches(List<Integer> sizes, int queries, Optional<Path> kept) {
        try (var folder = BenchFolder.create()) {
            List<GrowthBench.Grown> grown =
                    sizes.stream()
                            .map(passages ->
                                    new GrowthBench(
                                                    kept.orElse(folder.resolve("corpus"))
                                                            .resolve("passages-" + passages),
                                                    DIMENSION,
                                                    stages)
                                            .measure(passages, queries))
                            .toList();
            return new BenchReport.Searches(
                    grown.stream().flatMap(each -> each.searches().stream()).toList(),
                    grown.stream().map(GrowthBench.Grown::size).toList());
        }
    }

    /// The embedded runtime, and the current one where it is installed.
    private Stream<RuntimePreference> runtimes() {
        return models.runtime().installed().isPresent()
                ? Stream.of(RuntimePreference.EMBEDDED, RuntimePreference.FASTEST)
                : Stream.of(RuntimePreference.EMBEDDED);
    }

    private static boolean isPdf(Path file) {
        String name = Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("");
        return name.toLowerCase(Locale.ROOT).endsWith(".pdf") && Files.isRegularFile(file);
    }
}
