package org.fumikura.app.bench;

import dev.langchain4j.model.embedding.EmbeddingModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.fumikura.rag.chunk.Chunker;
import org.fumikura.rag.index.IndexSettings;
import org.fumikura.rag.index.LucenePassageIndex;
import org.fumikura.rag.library.Database;
import org.fumikura.rag.library.FileState;
import org.fumikura.rag.library.IngestJob;
import org.fumikura.rag.library.IngestReport;
import org.fumikura.rag.library.LibraryEvent;
import org.fumikura.rag.library.LibraryFile;
import org.fumikura.rag.library.LocalLibrary;
import org.fumikura.rag.parse.process.IsolatedParser;
import org.fumikura.rag.parse.process.ParseLimits;

/// Takes files into a new library, words and meaning at once as an application does.
final class IndexingBench {
    /// Then the rest is left out: by then the speed is known.
    private static final Duration LONGEST_MEANING = Duration.ofSeconds(75);

    private static final long MEBIBYTE = 1024 * 1024;

    private final Path home;
    private final String embedderId;
    private final EmbeddingModel embedder;
    private final Consumer<BenchStage> stages;

    /// @param home an empty folder
    /// @param embedder borrowed; loaded already
    IndexingBench(
            Path home, String embedderId, EmbeddingModel embedder, Consumer<BenchStage> stages) {
        this.home = home;
        this.embedderId = embedderId;
        this.embedder = embedder;
        this.stages = stages;
    }

    BenchReport.Indexing measure(List<Path> files) {
        var settings = new IndexSettings(embedderId, embedder.dimension(), Chunker.VERSION);
        int readers = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        Run run;
        long heap;
        try (var parser = new IsolatedParser(ParseLimits.USUAL);
                Database database = Database.open(home.resolve("library.db"));
                LocalLibrary library =
                        LocalLibrary.open(
                                database,
                                LucenePassageIndex.open(home.resolve("index"), settings),
                                parser,
                                () -> Optional.of(embedder),
                                readers)) {
            run = take(library, files);
            heap = heapMegabytes();
        }
        return run.figures(heap, bytesPerPassage(run));
    }

    private Run take(LocalLibrary library, List<Path> files) {
        var first = new AtomicLong();
        stages.accept(BenchStage.WORDS);
        long start = System.nanoTime();
        try (var _ =
                library.subscribe(event -> {
                    if (event instanceof LibraryEvent.FileChanged(var file) && isSearchable(file)) {
                        first.compareAndSet(0, System.nanoTime() - start);
                    }
                })) {
            IngestJob job = library.add(files);
            IngestReport words = job.words().get();
            long wordNanos = System.nanoTime() - start;
            stages.accept(BenchStage.MEANING);
            IngestReport meaning = meaning(job);
            long meaningNanos = System.nanoTime() - start;
            return new Run(words, meaning, first.get(), wordNanos, meaningNanos);
        } catch (ExecutionException fault) {
            throw fault.getCause() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException(fault);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupt);
        }
    }

    private static IngestReport meaning(IngestJob job)
            throws ExecutionException, InterruptedException {
        try {
            return job.meaning().get(LONGEST_MEANING.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException enough) {
            job.cancel();
            return job.meaning().get();
        }
    }

    private static boolean isSearchable(LibraryFile file) {
        return file.state() == FileState.SEARCHABLE || file.state() == FileState.READY;
    }

    private static long heapMegabytes() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed() / MEBIBYTE;
    }

    /// Vectors are counted for the passages that have one.
    private long bytesPerPassage(Run run) {
        long vectors = 0;
        long others = 0;
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (home.relativize(file).toString().contains("vectors-")) {
                    vectors += Files.size(file);
                } else {
                    others += Files.size(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return others / Math.max(1, run.passages()) + vectors / Math.max(1, run.embedded());
    }

    /// What happened, and when.
    private record Run(
            IngestReport words,
            IngestReport meaning,
            long firstNanos,
            long wordNanos,
            long meaningNanos) {
        private static final double SECOND = 1e9;

        int pages() {
            return words.files().stream().mapToInt(LibraryFile::pages).sum();
        }

        int passages() {
            return words.files().stream().mapToInt(LibraryFile::passages).sum();
        }

        int embedded() {
            return meaning.files().stream().mapToInt(LibraryFile::embedded).sum();
        }

        /// Pages whose meaning is there; a file that is half done counts by its share.
        private double embeddedPages() {
            return meaning.files().stream()
                    .filter(file -> file.passages() > 0)
                    .mapToDouble(file -> (double) file.pages() * file.embedded() / file.passages())
                    .sum();
        }

        BenchReport.Indexing figures(long heapMegabytes, long bytesPerPassage) {
            double wordSeconds = wordNanos / SECOND;
            return new BenchReport.Indexing(
                    words.files().size() - words.problems().size(),
                    pages(),
                    Rounded.tenth(pages() * 60 / wordSeconds),
                    Rounded.tenth(embeddedPages() * 60 / (meaningNanos / SECOND)),
                    Rounded.tenth(passages() / wordSeconds),
                    Math.round(firstNanos / 1e6),
                    heapMegabytes,
                    bytesPerPassage);
        }
    }
}
