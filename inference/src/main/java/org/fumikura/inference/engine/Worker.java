package org.fumikura.inference.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;
import org.fumikura.inference.gguf.GgufHeader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs one model in a process of its own and keeps it running: the process starts with the first
/// call, a call during which it dies fails with `WORKER_DIED`, and the next call starts a new one.
///
/// Safe for use by several threads. Calls run one at a time on one thread of this object: what a
/// person waits for before background work, otherwise in the order they came.
public final class Worker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final WorkerSettings settings;
    private final PriorityBlockingQueue<Call> waiting = new PriorityBlockingQueue<>();
    private final AtomicLong sequence = new AtomicLong();
    private final Object lock = new Object();
    private final Thread thread;
    private volatile State state = State.STOPPED;
    private volatile @Nullable WorkerProcess process;
    private volatile @Nullable Call running;
    private volatile boolean closed;

    /// What a status display shows.
    public enum State {
        /// No process: it starts with the next call.
        STOPPED,
        /// The process is starting or loads the model.
        LOADING,
        /// The model waits for work.
        READY,
        /// A call is running.
        BUSY
    }

    /// Nothing is started yet.
    public Worker(WorkerSettings settings) {
        this.settings = settings;
        this.thread = new Thread(this::serve, "worker-" + settings.model().getFileName());
        thread.setDaemon(true);
    }

    /// How the model is run.
    public WorkerSettings settings() {
        return settings;
    }

    /// What it is doing now.
    public State state() {
        return state;
    }

    /// The process's id while there is one.
    public OptionalLong pid() {
        WorkerProcess current = process;
        return current == null ? OptionalLong.empty() : OptionalLong.of(current.pid());
    }

    /// Starts the process and loads the model if that has not happened; returns when it is ready.
    ///
    /// @throws InferenceException `MODEL_MISSING`, `MODEL_BROKEN`, `OUT_OF_MEMORY` or `WORKER_DIED`
    public void start() {
        submit(new Request.Count(""), Call.Urgency.NOW, text -> {}).await();
    }

    Call submit(Request request, Call.Urgency urgency, Consumer<String> onText) {
        Call call = new Call(request, urgency, sequence.getAndIncrement(), onText);
        synchronized (lock) {
            if (closed) {
                call.result().completeExceptionally(closedFailure());
                return call;
            }
            if (thread.getState() == Thread.State.NEW) {
                thread.start();
            }
            waiting.add(call);
        }
        return call;
    }

    private void serve() {
        while (!closed) {
            try {
                Call call = waiting.poll(settings.idleTimeout().toMillis(), TimeUnit.MILLISECONDS);
                if (call == null) {
                    stopProcess();
                } else {
                    serve(call);
                }
            } catch (InterruptedException e) {
                // Only close interrupts this thread; the loop's condition sees it.
            }
        }
        stopProcess();
    }

    private void serve(Call call) {
        if (call.isCancelled()) {
            call.result().cancel(false);
            return;
        }
        running = call;
        try {
            WorkerProcess worker = ready();
            if (!call.startOn(worker)) {
                call.result().cancel(false);
                return;
            }
            state = State.BUSY;
            switch (worker.run(call)) {
                case Response.Failed failed ->
                        call.result()
                                .completeExceptionally(
                                        new InferenceException(failed.code(), failed.detail()));
                case Response answer -> call.result().complete(answer);
            }
            state = State.READY;
        } catch (IOException e) {
            LOG.warn("Worker for {} died during a call", settings.model().getFileName());
            stopProcess();
            call.result()
                    .completeExceptionally(
                            closed
                                    ? closedFailure()
                                    : new InferenceException(
                                            Code.WORKER_DIED, String.valueOf(settings.model())));
        } catch (RuntimeException e) {
            // A failed start, or the caller's own code that receives the text: the worker may still
            // be writing the rest of this answer, so it cannot be used for the next call.
            stopProcess();
            call.result().completeExceptionally(e);
        } finally {
            running = null;
        }
    }

    private WorkerProcess ready() {
        WorkerProcess current = process;
        if (current != null && current.isAlive()) {
            return current;
        }
        stopProcess();
        state = State.LOADING;
        requireModel();
        WorkerProcess started = WorkerProcess.start(settings);
        process = started;
        if (closed) {
            throw closedFailure();
        }
        return started;
    }

    private void requireModel() {
        if (!Files.isRegularFile(settings.model())) {
            throw new InferenceException(Code.MODEL_MISSING, settings.model().toString());
        }
        GgufHeader header = GgufHeader.read(settings.model());
        if (header.fileBytes() > PhysicalMemory.bytes()) {
            throw new InferenceException(Code.OUT_OF_MEMORY, settings.model().toString());
        }
    }

    private InferenceException closedFailure() {
        return new InferenceException(Code.CLOSED, String.valueOf(settings.model().getFileName()));
    }

    private void stopProcess() {
        WorkerProcess current = process;
        process = null;
        state = State.STOPPED;
        if (current != null) {
            current.kill();
        }
    }

    /// Ends the process within a few seconds. Running and waiting calls fail with `CLOSED`, as does
    /// every later one. A second call does nothing.
    @Override
    public void close() {
        List<Call> left = new ArrayList<>();
        synchronized (lock) {
            if (closed) {
                return;
            }
            closed = true;
            waiting.drainTo(left);
        }
        left.forEach(call -> call.result().completeExceptionally(closedFailure()));
        Call current = running;
        WorkerProcess worker = process;
        if (worker != null) {
            worker.kill();
        }
        if (current != null) {
            current.result().completeExceptionally(closedFailure());
        }
        thread.interrupt();
    }
}
