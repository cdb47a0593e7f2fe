package org.fumikura.inference.remote;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.PartialThinkingContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fumikura.inference.InferenceException;

/// An answer as a caller hears it.
final class Answer implements StreamingChatResponseHandler {
    private final List<String> pieces = new CopyOnWriteArrayList<>();
    private final List<String> thoughts = new CopyOnWriteArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CompletableFuture<ChatResponse> end = new CompletableFuture<>();

    @Override
    public void onPartialResponse(String piece) {
        pieces.add(piece);
        begun.countDown();
    }

    @Override
    public void onPartialThinking(PartialThinking piece, PartialThinkingContext context) {
        thoughts.add(piece.text());
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        end.complete(response);
    }

    @Override
    public void onError(Throwable fault) {
        end.completeExceptionally(fault);
    }

    /// Waits for the first piece.
    void awaitPiece() {
        try {
            if (!begun.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("no piece came");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    List<String> thoughts() {
        response();
        return List.copyOf(thoughts);
    }

    List<String> pieces() {
        response();
        return List.copyOf(pieces);
    }

    ChatResponse response() {
        return end.orTimeout(90, TimeUnit.SECONDS).join();
    }

    /// Waits for the failure it ends with.
    InferenceException fault() {
        try {
            response();
        } catch (CompletionException ended) {
            if (ended.getCause() instanceof InferenceException fault) {
                return fault;
            }
            throw ended;
        }
        throw new AssertionError("it did not fail");
    }
}
