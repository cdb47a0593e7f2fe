package org.fumikura.inference.remote;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.PartialThinkingContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;

/// One answer on its way here. It ends once, however many ends come: with its last piece, a
/// failure, a person's stop, or silence.
final class RemoteAnswer implements StreamingChatResponseHandler {
    private final Endpoint endpoint;
    private final StreamingChatResponseHandler handler;
    private final AtomicBoolean over = new AtomicBoolean();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicLong lastPiece = new AtomicLong(System.nanoTime());

    RemoteAnswer(Endpoint endpoint, StreamingChatResponseHandler handler) {
        this.endpoint = endpoint;
        this.handler = handler;
    }

    /// Ends the answer when nothing has come for so long.
    void watch(Duration patience) {
        Thread.ofVirtual()
                .name("remote-answer")
                .start(() -> {
                    try {
                        while (!end.await(rest(patience), TimeUnit.NANOSECONDS)) {
                            if (rest(patience) <= 0) {
                                onError(
                                        new InferenceException(
                                                Code.ENDPOINT_TIMEOUT,
                                                String.valueOf(endpoint.address().getHost())));
                            }
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    private long rest(Duration patience) {
        return patience.toNanos() - (System.nanoTime() - lastPiece.get());
    }

    @Override
    public void onPartialResponse(PartialResponse piece, PartialResponseContext context) {
        lastPiece.set(System.nanoTime());
        if (over.get()) {
            context.streamingHandle().cancel();
        } else {
            handler.onPartialResponse(piece, context);
        }
    }

    @Override
    public void onPartialThinking(PartialThinking piece, PartialThinkingContext context) {
        lastPiece.set(System.nanoTime());
        if (over.get()) {
            context.streamingHandle().cancel();
        } else {
            handler.onPartialThinking(piece, context);
        }
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        if (isFirstEnd()) {
            handler.onCompleteResponse(response);
        }
    }

    @Override
    public void onError(Throwable fault) {
        if (isFirstEnd()) {
            handler.onError(RemoteFaults.of(fault, endpoint));
        }
    }

    private boolean isFirstEnd() {
        end.countDown();
        return !over.getAndSet(true);
    }
}
