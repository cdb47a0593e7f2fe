package org.fumikura.rag.library;

import java.nio.file.Path;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.fumikura.rag.parse.DocumentParser;
import org.fumikura.rag.parse.DocumentParsers;
import org.fumikura.rag.parse.ParseOptions;
import org.fumikura.rag.parse.ParseOutcome;

/// The real parsers, counted and made to wait.
final class WatchedParser implements DocumentParser {
    private final DocumentParser parsers = new DocumentParsers();
    private final AtomicInteger files = new AtomicInteger();
    private final CountDownLatch stuck = new CountDownLatch(1);
    private final CountDownLatch free = new CountDownLatch(1);
    private final CyclicBarrier barrier;
    private final int stuckAfter;

    /// @param stuckAfter how many files are read before the parser waits for [#release]
    /// @param together how many files are always read at the same time
    private WatchedParser(int stuckAfter, int together) {
        this.stuckAfter = stuckAfter;
        this.barrier = new CyclicBarrier(together);
    }

    static WatchedParser running() {
        return new WatchedParser(Integer.MAX_VALUE, 1);
    }

    static WatchedParser stuckAfter(int files) {
        return new WatchedParser(files, 1);
    }

    static WatchedParser readingTogether(int files) {
        return new WatchedParser(Integer.MAX_VALUE, files);
    }

    /// How many files were asked to be parsed.
    int files() {
        return files.get();
    }

    boolean awaitStuck() throws InterruptedException {
        return stuck.await(20, TimeUnit.SECONDS);
    }

    void release() {
        free.countDown();
    }

    @Override
    public ParseOutcome parse(Path file, ParseOptions options) {
        try {
            if (files.incrementAndGet() > stuckAfter) {
                stuck.countDown();
                free.await();
            }
            ParseOutcome outcome = parsers.parse(file, options);
            barrier.await(20, TimeUnit.SECONDS);
            return outcome;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return new ParseOutcome.Inaccessible("interrupted");
        } catch (BrokenBarrierException | TimeoutException alone) {
            throw new IllegalStateException(alone);
        }
    }
}
