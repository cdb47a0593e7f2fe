package org.fumikura.app.bench;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The figures of a machine. The names of the components are the names in JSON, in snake case.
///
/// @param engine one for each runtime and chat model
/// @param retrieval one for each way to search
public record BenchReport(List<Engine> engine, Indexing indexing, List<Retrieval> retrieval) {
    public BenchReport {
        engine = List.copyOf(engine);
        retrieval = List.copyOf(retrieval);
    }

    /// The models alone.
    ///
    /// @param engine one for each runtime and chat model
    public record Engines(List<Engine> engine) {
        public Engines {
            engine = List.copyOf(engine);
        }
    }

    /// Taking files in alone.
    public record Intake(Indexing indexing) {}

    /// Search alone, as the index grows.
    ///
    /// @param retrieval one for each size and way to search
    /// @param growth one for each size
    public record Searches(List<Retrieval> retrieval, List<Growth> growth) {
        public Searches {
            retrieval = List.copyOf(retrieval);
            growth = List.copyOf(growth);
        }
    }

    /// The models.
    ///
    /// @param runtime the native library that ran them
    /// @param model the chat model's id
    /// @param promptTokens of the cold prompt
    /// @param prefillTokS tokens of a prompt computed in a second
    /// @param decodeTokS tokens of an answer written in a second
    /// @param coldFirstTokenMs from a request of which nothing is cached to its first text
    /// @param warmFirstTokenMs the same for a follow-up question
    /// @param typedFirstTokenMs the same for a prompt that was computed while it was typed
    /// @param crowdedDelayMs how much later the first text of a follow-up comes while passages are
    ///   embedded in the background; the median of several pairs
    /// @param embedTokS tokens of passages that the embedder takes in a second
    /// @param loadMs from starting the process to a loaded model
    /// @param rssMb memory of the chat model's process; null where it cannot be read
    /// @param lookup null where the runtime does not guess
    @JsonNaming(SnakeCaseStrategy.class)
    public record Engine(
            String runtime,
            String model,
            int promptTokens,
            double prefillTokS,
            double decodeTokS,
            long coldFirstTokenMs,
            long warmFirstTokenMs,
            long typedFirstTokenMs,
            long crowdedDelayMs,
            double embedTokS,
            long loadMs,
            @Nullable Long rssMb,
            @Nullable Lookup lookup) {}

    /// An answer that repeats its passages, with and without guessing its next tokens from them.
    ///
    /// @param plainTokS tokens written in a second, one a step
    /// @param guessedTokS the same with guesses
    /// @param identical whether both wrote the same
    @JsonNaming(SnakeCaseStrategy.class)
    public record Lookup(double plainTokS, double guessedTokS, boolean identical) {}

    /// Taking files in.
    ///
    /// @param files how many were taken in
    /// @param pages how many pages they have; a text file has one
    /// @param pdfPagesPerMin pages searchable by words in a minute
    /// @param meaningPagesPerMin pages searchable by meaning in a minute
    /// @param passagesPerS passages searchable by words in a second
    /// @param firstSearchableMs until the first file is searchable by words
    /// @param heapMb heap of this process in use at the end
    /// @param bytesPerPassage on the disk: text, postings and vector
    /// @param textBytesPerPassage the extracted text alone, in UTF-8
    /// @param pdfboxRatio the median of what is in `pdfbox`; null where not all files are PDFs
    /// @param pdfbox the same files by PDFBox alone, in turns; the first turn is the first of each
    @JsonNaming(SnakeCaseStrategy.class)
    public record Indexing(
            int files,
            int pages,
            double pdfPagesPerMin,
            double meaningPagesPerMin,
            double passagesPerS,
            long firstSearchableMs,
            long heapMb,
            long bytesPerPassage,
            long textBytesPerPassage,
            @Nullable Double pdfboxRatio,
            List<BesidePdfbox> pdfbox) {
        public Indexing {
            pdfbox = List.copyOf(pdfbox);
        }

        /// The same figures beside those of PDFBox alone.
        Indexing beside(List<BesidePdfbox> turns) {
            return new Indexing(
                    files,
                    pages,
                    pdfPagesPerMin,
                    meaningPagesPerMin,
                    passagesPerS,
                    firstSearchableMs,
                    heapMb,
                    bytesPerPassage,
                    textBytesPerPassage,
                    turns.stream()
                            .map(BesidePdfbox::ratio)
                            .sorted()
                            .skip(turns.size() / 2)
                            .findFirst()
                            .orElse(null),
                    turns);
        }
    }

    /// Words beside what PDFBox alone takes to extract the text of the same files on all cores.
    ///
    /// @param pagesPerMin searchable by words in a minute
    /// @param pdfboxPagesPerMin extracted by PDFBox in a minute
    /// @param ratio the one by the other
    @JsonNaming(SnakeCaseStrategy.class)
    public record BesidePdfbox(double pagesPerMin, double pdfboxPagesPerMin, double ratio) {}

    /// An index of one size.
    ///
    /// @param passages how many are in it
    /// @param passagesPerS written in a second, words and vectors; null if it was there already
    /// @param settledS seconds until its pieces were merged, as a library does in a lull; null if
    ///   it was there already
    /// @param heapMb heap of this process in use after the searches
    /// @param bytesPerPassage on the disk: postings, stored passage and vector
    @JsonNaming(SnakeCaseStrategy.class)
    public record Growth(
            int passages,
            @Nullable Double passagesPerS,
            @Nullable Double settledS,
            long heapMb,
            long bytesPerPassage) {}

    /// Searching one way.
    ///
    /// @param passages how many are in the index
    /// @param mode `lexical`, `vector`, `hybrid`, or `keystroke`: by words while a question is
    ///   typed
    /// @param p50Ms median time of a search, the question's embedding apart
    /// @param p95Ms the time that 95 of 100 searches stay within
    /// @param recall the share of the ten nearest passages that is found; null where the search is
    ///   not approximate
    @JsonNaming(SnakeCaseStrategy.class)
    public record Retrieval(
            int passages, String mode, double p50Ms, double p95Ms, @Nullable Double recall) {}
}
