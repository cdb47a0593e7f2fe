package org.fumikura.rag.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.fumikura.rag.RagException;

/// Begins jobs: what each has to look at is looked at on one thread, one job after the other. May
/// be used from any thread.
final class Walking {
    private final Workload workload;
    private final Function<Collection<Path>, Map<Path, LibraryFile>> lookUp;
    private final ExecutorService walker =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("library-walker").daemon().factory());
    private boolean closed;

    /// @param lookUp how files stand now, for the reports of jobs
    Walking(Workload workload, Function<Collection<Path>, Map<Path, LibraryFile>> lookUp) {
        this.workload = workload;
        this.lookUp = lookUp;
    }

    /// Begins a job and returns at once. After [#close()] it has failed already.
    synchronized IngestJob start(Urgency urgency, Step step) {
        var job = new Job(urgency, lookUp);
        if (closed) {
            job.fail(new RagException(RagException.Code.CLOSED, ""));
            return job;
        }
        workload.begin(job);
        walker.execute(() -> runFor(job, step));
        return job;
    }

    private static void runFor(Job job, Step step) {
        try {
            step.run(job);
        } catch (IOException fault) {
            job.fail(new UncheckedIOException(fault));
        } catch (RuntimeException fault) {
            job.fail(fault);
        }
    }

    /// Does something after what the jobs are just looking at; nothing after [#close()].
    synchronized void afterwards(Runnable work) {
        if (!closed) {
            walker.execute(work);
        }
    }

    /// Begins nothing more, and interrupts what is looked at.
    synchronized void close() {
        closed = true;
        walker.shutdownNow();
    }

    /// A step that may fail on the disk.
    @FunctionalInterface
    interface Step {
        void run(Job job) throws IOException;
    }
}
