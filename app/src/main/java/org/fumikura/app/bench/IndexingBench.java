package org.fumikura.app.bench;

import dev.langchain4j.model.embedding.EmbeddingModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
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
import org.fumikura.rag.parse.DocumentParser;
import org.fumikura.rag.parse.ParseOptions;
import org.fumikura.rag.parse.ParseOutcome;
import org.fumikura.rag.parse.process.IsolatedParser;
import org.fumikura.rag.parse.process.ParseLimits;

/// Takes files into a new library, words and meaning at once as an application does.
final class IndexingBench {
    /// Then the rest is left out: by then the speed is known.
    private static final Duration LONGEST_MEANING = Duration.ofSeconds(75);

    /// How often the library and PDFBox alone are compared.
    private static final int TURNS = 3;

    private static final double MINUTE = 60e9;

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

    /// @param pdfs whether all the files are PDFs, so that PDFBox alone can be measured too
    BenchReport.Indexing measure(List<Path> files, boolean pdfs) {
        try (var parser = new IsolatedParser(ParseLimits.USUAL, home.resolve("fonts"))) {
            BenchReport.Indexing figures = measure(files, parser);
            return pdfs ? figures.beside(turns(figures, files, parser)) : figures;
        }
    }

    private BenchReport.Indexing measure(List<Path> files, IsolatedParser parser) {
        Path folder = home.resolve("library");
        Run run;
        long heap;
        long text;
        try (Database database = Database.open(folder.resolve("library.db"));
                LocalLibrary library = open(database, folder, parser)) {
            run = take(library, files);
            heap = HeapInUse.megabytes();
            text = run.textBytes(library);
        }
        return run.figures(heap, bytesPerPassage(folder, run), text);
    }

    private LocalLibrary open(Database database, Path folder, IsolatedParser parser) {
        return LocalLibrary.open(
                database,
                LucenePassageIndex.open(
                        folder.resolve("index"),
                        new IndexSettings(embedderId, embedder.dimension(), Chunker.VERSION)),
                new TextAlone(parser),
                () -> Optional.of(embedder),
                ParseLimits.readers());
    }

    /// PDFBox and the library in turns. The first turn of the library was the first of its parsing
    /// process, as the first of PDFBox is the first of this one.
    private List<BenchReport.BesidePdfbox> turns(
            BenchReport.Indexing first, List<Path> files, IsolatedParser parser) {
        stages.accept(BenchStage.YARDSTICK);
        List<BenchReport.BesidePdfbox> turns = new ArrayList<>();
        turns.add(turn(first.pdfPagesPerMin(), Yardstick.pagesPerMin(files)));
        for (int turn = 1; turn < TURNS; turn++) {
            Path folder = home.resolve("turn-" + turn);
            double words = wordPagesPerMin(folder, files, parser);
            turns.add(turn(words, Yardstick.pagesPerMin(files)));
        }
        return turns;
    }

    private static BenchReport.BesidePdfbox turn(double words, double alone) {
        return new BenchReport.BesidePdfbox(
                words, Rounded.tenth(alone), Rounded.thousandth(words / alone));
    }

    private double wordPagesPerMin(Path folder, List<Path> files, IsolatedParser parser) {
        try (Database database = Database.open(folder.resolve("library.db"));
                LocalLibrary library = open(database, folder, parser)) {
            long start = System.nanoTime();
            IngestJob job = library.add(files);
            int pages = job.words().get().files().stream().mapToInt(LibraryFile::pages).sum();
            double minutes = (System.nanoTime() - start) / MINUTE;
            job.cancel();
            return Rounded.tenth(pages / minutes);
        } catch (ExecutionException fault) {
            throw unwrapped(fault);
        } catch (InterruptedException interrupt) {
            throw interrupted(interrupt);
        }
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
            throw unwrapped(fault);
        } catch (InterruptedException interrupt) {
            throw interrupted(interrupt);
        }
    }

    private static RuntimeException unwrapped(ExecutionException fault) {
        return fault.getCause() instanceof RuntimeException known
                ? known
                : new IllegalStateException(fault);
    }

    private static RuntimeException interrupted(InterruptedException interrupt) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted", interrupt);
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

    /// Vectors are counted for the passages that have one.
    private static long bytesPerPassage(Path folder, Run run) {
        long vectors = DiskUse.of(folder, file -> isOfVectors(folder, file));
        long others = DiskUse.of(folder, file -> !isOfVectors(folder, file));
        return others / Math.max(1, run.passages()) + vectors / Math.max(1, run.embedded());
    }

    private static boolean isOfVectors(Path folder, Path file) {
        return folder.relativize(file).toString().contains("vectors-");
    }

    /// Leaves out pictures: recognition goes on long after the words are there, and PDFBox alone
    /// does none.
    private record TextAlone(DocumentParser parser) implements DocumentParser {
        @Override
        public ParseOutcome parse(Path file, ParseOptions options) {
            return parser.parse(file, options);
        }

        @Override
        public void prepare() {
            parser.prepare();
        }
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

        /// All extracted text, in UTF-8.
        long textBytes(LocalLibrary library) {
            return words.files().stream()
                    .flatMap(file -> file.document().stream())
                    .distinct()
                    .flatMap(id -> library.document(id).stream())
                    .mapToLong(document -> document.text().getBytes(StandardCharsets.UTF_8).length)
                    .sum();
        }

        BenchReport.Indexing figures(long heapMegabytes, long bytesPerPassage, long textBytes) {
            double wordSeconds = wordNanos / SECOND;
            return new BenchReport.Indexing(
                    words.files().size() - words.problems().size(),
                    pages(),
                    Rounded.tenth(pages() * 60 / wordSeconds),
                    Rounded.tenth(embeddedPages() * 60 / (meaningNanos / SECOND)),
                    Rounded.tenth(passages() / wordSeconds),
                    Math.round(firstNanos / 1e6),
                    heapMegabytes,
                    bytesPerPassage,
                    textBytes / Math.max(1, passages()),
                    null,
                    List.of());
        }
    }
}
