package org.fumikura.inference.engine;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;
import org.fumikura.inference.gguf.GgufHeader;
import org.fumikura.inference.thinking.ThinkingTemplate;
import org.jspecify.annotations.Nullable;

/// The worker's side of the conversation with its parent. One thread reads, so that a cancel is
/// seen while the engine thread is inside a native call; the engine thread makes all native calls.
final class WorkerSession {
    private final Frames frames;
    private final List<NativeRuntime> runtimes;
    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
    private @Nullable NativeRuntime runtime;
    private @Nullable RuntimeVersion version;
    private @Nullable ModelSession model;

    // A cancel that arrives late, when its call has already ended, must not stop the next one.
    private volatile int cancelledUpTo;

    WorkerSession(Frames frames, List<NativeRuntime> runtimes) {
        this.frames = frames;
        this.runtimes = runtimes;
    }

    /// Serves until the parent closes the socket or dies.
    void serve() throws IOException {
        Thread engine = new Thread(this::work, "engine");
        engine.setDaemon(true);
        engine.start();
        try {
            while (true) {
                Request request = frames.read(Request.class);
                if (request instanceof Request.Cancel cancel) {
                    cancelledUpTo = Math.max(cancelledUpTo, cancel.call());
                } else {
                    requests.add(request);
                }
            }
        } catch (EOFException e) {
            // The parent is gone: so are we.
        }
    }

    private void work() {
        try {
            for (int call = 1; ; call++) {
                Request request = requests.take();
                frames.write(answer(request, call));
            }
        } catch (IOException | InterruptedException | Error e) {
            // Without this thread nobody would ever be answered.
            Runtime.getRuntime().halt(1);
        }
    }

    private Response answer(Request request, int call) {
        try {
            return switch (request) {
                case Request.Open open -> open(open);
                case Request.Load load -> load(load.model());
                default -> loaded().answer(request, this::send, () -> cancelledUpTo >= call);
            };
        } catch (InferenceException e) {
            return new Response.Failed(e.code(), e.detail());
        } catch (RuntimeUnusableException e) {
            return new Response.Unusable(e.fault());
        } catch (RuntimeException e) {
            // The binding's message may quote the request: only its type leaves here.
            return new Response.Failed(
                    model == null ? Code.MODEL_BROKEN : Code.GENERATION_FAILED,
                    e.getClass().getSimpleName());
        }
    }

    private Response open(Request.Open open) {
        NativeRuntime found =
                runtimes.stream()
                        .filter(candidate -> candidate.kind() == open.kind())
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no runtime " + open.kind()));
        RuntimeVersion opened = found.open(Path.of(open.folder()));
        runtime = found;
        version = opened;
        return new Response.Opened(opened);
    }

    private Response load(ModelLoad load) {
        if (runtime == null || version == null) {
            throw new IllegalStateException("no runtime opened");
        }
        long start = System.nanoTime();
        NativeModel loaded = runtime.load(load);
        Optional<ThinkingTemplate> thoughts =
                GgufHeader.read(Path.of(load.file())).chatTemplate().flatMap(ThinkingTemplate::of);
        var session = new ModelSession(loaded, version, load.contextTokens(), thoughts);
        model = session;
        return new Response.Loaded(millisSince(start), session.capabilities());
    }

    private ModelSession loaded() {
        if (model == null) {
            throw new IllegalStateException("no model loaded");
        }
        return model;
    }

    private void send(Response.Piece piece) {
        try {
            frames.write(piece);
        } catch (IOException e) {
            Runtime.getRuntime().halt(1);
        }
    }

    static long millisSince(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
    }
}
