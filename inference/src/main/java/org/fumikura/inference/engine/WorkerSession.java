package org.fumikura.inference.engine;

import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;
import org.jspecify.annotations.Nullable;

/// The worker's side of the conversation with its parent. One thread reads, so that a cancel is
/// seen while the engine thread is inside a native call; the engine thread makes all native calls.
final class WorkerSession {
    private final Frames frames;
    private final NativeRuntime runtime;
    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();

    // Calls accepted and calls up to which a cancel applies: a cancel that arrives late, when its
    // call has already ended, must not stop the next one.
    private final AtomicInteger accepted = new AtomicInteger();
    private volatile int cancelledUpTo;

    WorkerSession(Frames frames, NativeRuntime runtime) {
        this.frames = frames;
        this.runtime = runtime;
    }

    /// Serves until the parent closes the socket or dies.
    void serve() throws IOException {
        Thread engine = new Thread(this::work, "engine");
        engine.setDaemon(true);
        engine.start();
        try {
            while (true) {
                Request request = frames.read(Request.class);
                if (request instanceof Request.Cancel) {
                    cancelledUpTo = accepted.get();
                } else {
                    accepted.incrementAndGet();
                    requests.add(request);
                }
            }
        } catch (EOFException e) {
            // The parent is gone: so are we.
        }
    }

    private void work() {
        @Nullable ModelSession model = null;
        try {
            for (int call = 1; ; call++) {
                int current = call;
                Request request = requests.take();
                try {
                    if (request instanceof Request.Load load) {
                        long start = System.nanoTime();
                        model =
                                new ModelSession(
                                        runtime.load(load.model()), load.model().contextTokens());
                        frames.write(new Response.Loaded(millisSince(start)));
                    } else if (model != null) {
                        frames.write(
                                model.answer(request, this::send, () -> cancelledUpTo >= current));
                    }
                } catch (InferenceException e) {
                    frames.write(new Response.Failed(e.code(), e.detail()));
                } catch (RuntimeException e) {
                    // The binding's message may quote the request: only its type leaves here.
                    frames.write(
                            new Response.Failed(
                                    model == null ? Code.MODEL_BROKEN : Code.GENERATION_FAILED,
                                    e.getClass().getSimpleName()));
                }
            }
        } catch (IOException | InterruptedException e) {
            Runtime.getRuntime().halt(1);
        }
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
