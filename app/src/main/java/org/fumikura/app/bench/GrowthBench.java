package org.fumikura.app.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.fumikura.rag.chunk.Chunker;
import org.fumikura.rag.index.IndexSettings;
import org.fumikura.rag.index.LucenePassageIndex;
import org.fumikura.rag.index.PassageIndex;

/// Makes an index of made-up passages and searches it.
final class GrowthBench {
    /// Documents written between two commits, so that the index grows as it does in use.
    private static final int COMMIT_EVERY = 50;

    private static final double SECOND = 1e9;
    private static final Duration MOMENT = Duration.ofMillis(100);

    private final Path folder;
    private final int dimension;
    private final Consumer<BenchStage> stages;

    /// @param folder where the index is made; one that is there already is searched as it is
    /// @param dimension of the vectors
    GrowthBench(Path folder, int dimension, Consumer<BenchStage> stages) {
        this.folder = folder;
        this.dimension = dimension;
        this.stages = stages;
    }

    /// @param passages how many the corpus has, a multiple of twenty
    /// @param queries asked for each figure, at least ten
    Grown measure(int passages, int queries) {
        var corpus = new SyntheticCorpus(passages, dimension);
        var settings = new IndexSettings("synthetic", dimension, Chunker.VERSION);
        stages.accept(BenchStage.CORPUS);
        try (PassageIndex index = LucenePassageIndex.open(folder, settings)) {
            long start = System.nanoTime();
            int made = fill(index, corpus);
            double seconds = (System.nanoTime() - start) / SECOND;
            double settled = settle(index);
            stages.accept(BenchStage.SEARCH);
            var searches = new RetrievalBench(index, corpus, queries).measure();
            return new Grown(
                    new BenchReport.Growth(
                            passages,
                            made == 0 ? null : Rounded.tenth(made / seconds),
                            made == 0 ? null : Rounded.tenth(settled),
                            HeapInUse.megabytes(),
                            DiskUse.of(folder, _ -> true) / passages),
                    searches);
        }
    }

    /// Waits as a library does while nothing is written.
    ///
    /// @return the seconds that took
    private static double settle(PassageIndex index) {
        long start = System.nanoTime();
        while (index.settle()) {
            LockSupport.parkNanos(MOMENT.toNanos());
        }
        return (System.nanoTime() - start) / SECOND;
    }

    /// What an index of one size takes, and how fast it is searched.
    record Grown(BenchReport.Growth size, List<BenchReport.Retrieval> searches) {}

    /// Writes what is not there yet.
    ///
    /// @return how many passages were written
    private static int fill(PassageIndex index, SyntheticCorpus corpus) {
        int before = index.size().vectors();
        int first = index.documents().size();
        for (int document = first; document < corpus.documents(); document++) {
            var passages = corpus.document(document);
            index.replace(passages.getFirst().id().document(), "", passages);
            index.putVectors(corpus.vectors(document));
            if ((document + 1) % COMMIT_EVERY == 0) {
                index.commit();
            }
        }
        index.commit();
        return index.size().vectors() - before;
    }
}
