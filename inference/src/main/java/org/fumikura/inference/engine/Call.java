package org.fumikura.inference.engine;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;
import org.jspecify.annotations.Nullable;

/// One request on its way through a worker: waiting, running or answered.
final class Call implements Comparable<Call> {

    /// Which call goes first when several wait.
    enum Urgency {
        /// A person waits for it.
        NOW,
        /// Work in the background: indexing, prefilling.
        LATER
    }

    private final Request request;
    private final Urgency urgency;
    private final long sequence;
    private final Consumer<String> onText;
    private final CompletableFuture<Response> result = new CompletableFuture<>();
    private boolean cancelled;
    private boolean givingWay;
    private @Nullable WorkerProcess process;
    private int number;

    /// @param sequence calls of one urgency run in this order
    /// @param onText called on the worker's thread with each piece of a generated answer
    Call(Request request, Urgency urgency, long sequence, Consumer<String> onText) {
        this.request = request;
        this.urgency = urgency;
        this.sequence = sequence;
        this.onText = onText;
    }

    Urgency urgency() {
        return urgency;
    }

    Request request() {
        return request;
    }

    CompletableFuture<Response> result() {
        return result;
    }

    void text(String piece) {
        if (!isCancelled()) {
            onText.accept(piece);
        }
    }

    /// Notes which process works on it, as which of its requests; false if the call was cancelled
    /// while it waited.
    synchronized boolean startOn(WorkerProcess worker, int asNumber) {
        process = worker;
        number = asNumber;
        return !cancelled;
    }

    /// Ends the call: at once if it waits, else as soon as the worker can. No text comes after
    /// this.
    void cancel() {
        synchronized (this) {
            if (cancelled || result.isDone()) {
                return;
            }
            cancelled = true;
        }
        interrupt();
    }

    /// Lets the call end early with what it has, if it is running background work that can be taken
    /// up again: vectors of some of its texts, or the beginning of a prompt. Where its process is
    /// only being started, it ends as soon as it has begun.
    void makeWay() {
        if (urgency == Urgency.LATER
                && (request instanceof Request.Embed || request instanceof Request.Prefill)) {
            synchronized (this) {
                givingWay = true;
            }
            interrupt();
        }
    }

    synchronized boolean isGivingWay() {
        return givingWay;
    }

    private void interrupt() {
        WorkerProcess worker;
        int running;
        synchronized (this) {
            worker = process;
            running = number;
        }
        if (worker != null && !result.isDone()) {
            worker.cancel(running, result);
        }
    }

    synchronized boolean isCancelled() {
        return cancelled;
    }

    /// Waits for the answer. An interrupt cancels the call and stays set.
    ///
    /// @throws InferenceException the call's failure, or `CANCELLED`
    Response await() {
        try {
            // An interrupted thread is told so even where the answer is already there.
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return result.get();
        } catch (InterruptedException e) {
            cancel();
            Thread.currentThread().interrupt();
            throw new InferenceException(Code.CANCELLED, "interrupted");
        } catch (CancellationException e) {
            throw new InferenceException(Code.CANCELLED, "call");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InferenceException failure) {
                throw new InferenceException(failure.code(), failure.detail(), failure);
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public int compareTo(Call other) {
        int byUrgency = urgency.compareTo(other.urgency);
        return byUrgency != 0 ? byUrgency : Long.compare(sequence, other.sequence);
    }
}
