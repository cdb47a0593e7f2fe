package org.fumikura.inference.engine;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One streamed answer: hands text to its handler, builds the whole response at the end, and can be
/// stopped from any thread. The handler gets exactly one last call (completion or error), or none
/// once it was cancelled through the handle.
final class Generation implements StreamingHandle {
    private static final Logger LOG = LoggerFactory.getLogger(Generation.class);

    /// Makes the response of the answer's text and figures.
    @FunctionalInterface
    interface Completion {
        ChatResponse response(
                String text, Response.Generated generated, long firstMillis, long totalMillis);
    }

    private final StreamingChatResponseHandler handler;
    private final Completion completion;
    private final PartialResponseContext context = new PartialResponseContext(this);
    private final StringBuilder answer = new StringBuilder();
    private final long start = System.nanoTime();
    private long firstMillis = -1;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile boolean cancelled;
    private volatile @Nullable Call call;

    Generation(StreamingChatResponseHandler handler, Completion completion) {
        this.handler = handler;
        this.completion = completion;
    }

    /// Watches the call's end; called once, right after it was submitted.
    void follow(Call submitted) {
        call = submitted;
        submitted.result().whenComplete(this::finish);
        if (cancelled) {
            submitted.cancel();
        }
    }

    /// Takes the next piece; on the worker's thread.
    void text(String piece) {
        if (ended.get()) {
            return;
        }
        if (firstMillis < 0) {
            firstMillis = WorkerSession.millisSince(start);
        }
        answer.append(piece);
        try {
            handler.onPartialResponse(new PartialResponse(piece), context);
        } catch (RuntimeException e) {
            stop(e);
        }
    }

    private void finish(@Nullable Response response, @Nullable Throwable failure) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        if (response instanceof Response.Generated generated
                && generated.stats().work().end() != Work.End.STOPPED) {
            long total = WorkerSession.millisSince(start);
            long first = firstMillis < 0 ? total : firstMillis;
            complete(completion.response(answer.toString(), generated, first, total));
        } else if (failure == null || failure instanceof CancellationException) {
            fail(stopped());
        } else {
            fail(failure);
        }
    }

    private void complete(ChatResponse response) {
        try {
            handler.onCompleteResponse(response);
        } catch (RuntimeException e) {
            LOG.warn("A response handler failed: {}", e.getClass().getName());
        }
    }

    private void fail(Throwable failure) {
        try {
            handler.onError(failure);
        } catch (RuntimeException e) {
            LOG.warn("A response handler failed: {}", e.getClass().getName());
        }
    }

    /// Stops the answer and tells the handler so.
    void stop() {
        stop(stopped());
    }

    private void stop(Throwable reason) {
        if (ended.compareAndSet(false, true)) {
            cancelCall();
            fail(reason);
        }
    }

    private static InferenceException stopped() {
        return new InferenceException(Code.CANCELLED, "answer");
    }

    @Override
    public void cancel() {
        ended.set(true);
        cancelCall();
    }

    private void cancelCall() {
        cancelled = true;
        Call submitted = call;
        if (submitted != null) {
            submitted.cancel();
        }
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }
}
