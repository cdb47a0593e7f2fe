package org.fumikura.inference.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;
import org.fumikura.inference.fit.MachineMemory;
import org.fumikura.inference.gguf.GgufHeader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs one model in a process of its own and keeps it running: the process starts with the first
/// call, a call during which it dies fails with `WORKER_DIED`, and the next call starts a new one.
///
/// Safe for use by several threads. Calls run one at a time on one thread of this object: what a
/// person waits for before background work, otherwise in the order they came. Background embedding
/// makes way at once: for a call of this worker that a person waits for, and, through the gate, for
/// every answer and prefill of the workers that share it.
///
/// The current llama.cpp is tried first where the settings name its folder. Where it cannot be used
/// the embedded runtime takes its place and [#runtime()] says why: for good if its libraries are
/// not right, after the second time if its process died while loading.
public final class Worker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final WorkerSettings settings;
    private final BackgroundGate gate;
    private final CallQueue waiting = new CallQueue(this::mayRun);
    private final RuntimeChoice choice;
    private final Runnable gateListener = this::gateChanged;
    private final AtomicLong sequence = new AtomicLong();
    private final Object lock = new Object();
    private final Thread thread;
    private volatile State state = State.STOPPED;
    private volatile @Nullable WorkerProcess process;
    private volatile @Nullable RuntimeInUse runtime;
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

    /// A worker on its own. Nothing is started yet.
    public Worker(WorkerSettings settings) {
        this(settings, new BackgroundGate());
    }

    /// Nothing is started yet.
    ///
    /// @param gate shared with the workers that this one must not disturb, or must not be disturbed
    ///   by
    public Worker(WorkerSettings settings, BackgroundGate gate) {
        this.settings = settings;
        this.gate = gate;
        this.choice = new RuntimeChoice(settings);
        this.thread = new Thread(this::serve, "worker-" + settings.model().getFileName());
        thread.setDaemon(true);
        gate.onChange(gateListener);
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

    /// The native runtime of the process, or of the last one; empty before the first.
    public Optional<RuntimeInUse> runtime() {
        return Optional.ofNullable(runtime);
    }

    /// What the loaded model's runtime can do beyond generating and embedding; empty while no
    /// process runs.
    public Set<Capability> capabilities() {
        WorkerProcess current = process;
        return current == null || !current.isAlive() ? Set.of() : current.capabilities();
    }

    /// Starts the process and loads the model if that has not happened; returns when it is ready.
    ///
    /// @throws InferenceException `MODEL_MISSING`, `MODEL_BROKEN`, `OUT_OF_MEMORY` or `WORKER_DIED`
    public void start() {
        submit(new Request.Count(""), Call.Urgency.NOW, text -> {}).await();
    }

    Call submit(Request request, Call.Urgency urgency, Consumer<String> onText) {
        Call call = new Call(request, urgency, sequence.getAndIncrement(), onText);
        boolean foreground = isForeground(request);
        if (foreground) {
            gate.enter();
            call.result().whenComplete((answer, failure) -> gate.leave());
        }
        synchronized (lock) {
            if (!waiting.add(call)) {
                call.result().completeExceptionally(closedFailure());
                return call;
            }
            if (thread.getState() == Thread.State.NEW) {
                thread.start();
            }
        }
        if (urgency == Call.Urgency.NOW) {
            makeWay();
        }
        return call;
    }

    private static boolean isForeground(Request request) {
        return request instanceof Request.Generate
                || request instanceof Request.Prefill
                || request instanceof Request.Weigh;
    }

    private boolean mayRun(Call call) {
        return call.urgency() == Call.Urgency.NOW || isForeground(call.request()) || gate.isOpen();
    }

    private void gateChanged() {
        if (gate.isOpen()) {
            waiting.wake();
        } else {
            makeWay();
        }
    }

    private void makeWay() {
        Call current = running;
        if (current != null) {
            current.makeWay();
        }
    }

    private void serve() {
        while (!closed) {
            try {
                Call call = waiting.take(settings.idleTimeout());
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
        if (!mayRun(call) || waiting.overtakes(call)) {
            // Came between its being taken and its being known as the running one.
            call.makeWay();
        }
        try {
            WorkerProcess worker = ready();
            state = State.BUSY;
            Optional<Response> answer = worker.run(call);
            state = State.READY;
            if (answer.isEmpty()) {
                call.result().cancel(false);
            } else if (answer.get() instanceof Response.Failed failed) {
                call.result()
                        .completeExceptionally(
                                new InferenceException(failed.code(), failed.detail()));
            } else {
                call.result().complete(answer.get());
            }
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
        WorkerProcess started = choice.start(() -> closed);
        process = started;
        runtime = started.runtime();
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
        if (header.fileBytes() > MachineMemory.now().total()) {
            throw new InferenceException(Code.OUT_OF_MEMORY, settings.model().toString());
        }
        settings.adapter().ifPresent(Worker::requireAdapter);
    }

    private static void requireAdapter(Path file) {
        try {
            GgufHeader.read(file);
        } catch (InferenceException e) {
            throw new InferenceException(Code.ADAPTER_BROKEN, file.toString(), e);
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
        List<Call> left;
        synchronized (lock) {
            if (closed) {
                return;
            }
            closed = true;
            left = waiting.close();
        }
        gate.forget(gateListener);
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
