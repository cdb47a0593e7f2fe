package org.fumikura.inference.engine;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;

/// Keeps what a streamed answer brings.
final class Recorder implements StreamingChatResponseHandler {
    final List<String> pieces = new CopyOnWriteArrayList<>();
    private final CompletableFuture<ChatResponse> end = new CompletableFuture<>();
    private final BiConsumer<Integer, PartialResponseContext> onPiece;

    Recorder() {
        this((count, context) -> {});
    }

    /// @param onPiece called after each piece with the number of pieces so far
    Recorder(BiConsumer<Integer, PartialResponseContext> onPiece) {
        this.onPiece = onPiece;
    }

    @Override
    public void onPartialResponse(PartialResponse partial, PartialResponseContext context) {
        pieces.add(partial.text());
        onPiece.accept(pieces.size(), context);
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        end.complete(response);
    }

    @Override
    public void onError(Throwable error) {
        end.completeExceptionally(error);
    }

    ChatResponse response() throws Exception {
        return end.get(60, TimeUnit.SECONDS);
    }

    Throwable error() throws InterruptedException, TimeoutException {
        try {
            throw new AssertionError("completed: " + end.get(60, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            return e.getCause() == null ? e : e.getCause();
        }
    }

    boolean ended() {
        return end.isDone();
    }
}
