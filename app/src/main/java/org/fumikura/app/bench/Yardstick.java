package org.fumikura.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fumikura.rag.parse.PdfBoxAlone;

/// How fast PDFBox alone extracts the text of files, on all cores.
final class Yardstick {
    private Yardstick() {}

    /// Pages a minute.
    static double pagesPerMin(List<Path> pdfs) {
        int cores = Runtime.getRuntime().availableProcessors();
        try (ExecutorService threads = Executors.newFixedThreadPool(cores)) {
            long start = System.nanoTime();
            List<Future<Integer>> counts =
                    pdfs.stream().map(file -> threads.submit(() -> pages(file))).toList();
            int pages = 0;
            for (Future<Integer> count : counts) {
                pages += count.get();
            }
            return pages * 60e9 / (System.nanoTime() - start);
        } catch (ExecutionException fault) {
            throw new IllegalStateException(fault.getCause());
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupt);
        }
    }

    private static int pages(Path file) {
        try {
            return PdfBoxAlone.extract(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
