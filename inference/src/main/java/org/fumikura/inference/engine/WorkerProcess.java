package org.fumikura.inference.engine;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;
import org.fumikura.inference.engine.RuntimeFault.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One running worker process with its loaded model and its socket, seen from the parent.
final class WorkerProcess {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);

    /// A worker that does not heed a stop within this is ended: it is inside one native step.
    private static final Duration STOP_GRACE = Duration.ofSeconds(10);

    private static final Duration KILL_GRACE = Duration.ofSeconds(5);

    private final Process process;
    private final Frames frames;
    private final WorkerFolders folders;
    private final RuntimeInUse runtime;
    private final Set<Capability> capabilities;
    private int requests;

    private WorkerProcess(
            Process process,
            Frames frames,
            WorkerFolders folders,
            RuntimeInUse runtime,
            Response.Loaded loaded) {
        this.process = process;
        this.frames = frames;
        this.folders = folders;
        this.runtime = runtime;
        this.capabilities = loaded.capabilities();
        this.requests = Opening.REQUESTS;
    }

    /// Starts a worker and waits until its model is loaded.
    ///
    /// @param kind the native runtime it uses
    /// @param fault why that is not a better one
    /// @throws InferenceException what it reports of the model, or `WORKER_DIED` if it ends or
    ///   takes too long with the embedded runtime
    /// @throws RuntimeUnusableException if the runtime is why it did not start, or may be
    static WorkerProcess start(
            WorkerSettings settings, RuntimeKind kind, Optional<RuntimeFault> fault) {
        long start = System.nanoTime();
        try {
            WorkerFolders folders = WorkerFolders.create(settings.nativeFolder());
            Process process = null;
            try (ServerSocketChannel server =
                    ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                server.bind(UnixDomainSocketAddress.of(folders.socket()));
                process =
                        JavaProcess.start(
                                folders.nativeFolder(),
                                WorkerMain.class.getName(),
                                List.of(
                                        folders.socket().toString(),
                                        folders.nativeFolder().toString()));
                WorkerProcess worker = connect(settings, kind, fault, server, process, folders);
                LOG.info(
                        "Worker {} ready for {} on {} in {} ms",
                        process.pid(),
                        settings.model().getFileName(),
                        kind,
                        WorkerSession.millisSince(start));
                return worker;
            } catch (IOException | RuntimeException e) {
                if (process != null) {
                    process.destroyForcibly();
                }
                folders.delete();
                throw e;
            }
        } catch (IOException e) {
            if (kind == RuntimeKind.CURRENT) {
                throw new RuntimeUnusableException(Reason.DIED, "");
            }
            throw new InferenceException(Code.WORKER_DIED, "load", e);
        }
    }

    private static WorkerProcess connect(
            WorkerSettings settings,
            RuntimeKind kind,
            Optional<RuntimeFault> fault,
            ServerSocketChannel server,
            Process process,
            WorkerFolders folders)
            throws IOException {
        CompletableFuture<Void> loaded = new CompletableFuture<>();
        CompletableFuture.delayedExecutor(settings.loadTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    if (!loaded.isDone()) {
                        process.destroyForcibly();
                    }
                });
        // Whoever waits on the socket is woken when the process ends before it connects.
        process.onExit().thenRun(() -> closeQuietly(server));
        Frames frames = new Frames(server.accept());
        try {
            Opening opening = new Opening(frames, settings);
            RuntimeVersion version = opening.open(kind, folders.nativeFolder());
            return new WorkerProcess(
                    process,
                    frames,
                    folders,
                    new RuntimeInUse(kind, version, fault),
                    opening.load());
        } finally {
            loaded.complete(null);
        }
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            LOG.debug("Closing failed: {}", e.getClass().getSimpleName());
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    RuntimeInUse runtime() {
        return runtime;
    }

    Set<Capability> capabilities() {
        return capabilities;
    }

    /// Runs the call to its end on this thread; the only thread that may.
    ///
    /// @return the answer, or nothing if the call was cancelled before it began
    /// @throws IOException if the worker is gone
    Optional<Response> run(Call call) throws IOException {
        requests++;
        if (!call.startOn(this, requests)) {
            requests--;
            return Optional.empty();
        }
        frames.write(call.request());
        if (call.isGivingWay()) {
            // Asked before this process was known to the call.
            cancel(requests, call.result());
        }
        while (true) {
            switch (frames.read(Response.class)) {
                case Response.Piece piece -> call.text(piece.text());
                case Response answer -> {
                    return Optional.of(answer);
                }
            }
        }
    }

    /// Asks the worker to end a call, from any thread; ends the worker if it does not.
    ///
    /// @param number the call's, as it was started with
    void cancel(int number, CompletableFuture<?> call) {
        try {
            frames.write(new Request.Cancel(number));
        } catch (IOException e) {
            // Dead already: the reading thread sees it too.
            return;
        }
        CompletableFuture.delayedExecutor(STOP_GRACE.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    if (!call.isDone()) {
                        LOG.warn("Worker {} did not stop and is replaced", pid());
                        process.destroyForcibly();
                    }
                });
    }

    /// Ends the process within a few seconds and clears its folders.
    void kill() {
        closeQuietly(frames);
        process.destroyForcibly();
        try {
            process.waitFor(KILL_GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        folders.delete();
    }
}
