package org.fumikura.inference.engine;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;

/// Waits for a streaming model's whole answer. The streaming model is borrowed.
final class BlockingChatModel implements ChatModel {
    private final LocalChatModel streaming;
    private final AnswerOptions options;

    BlockingChatModel(LocalChatModel streaming, AnswerOptions options) {
        this.streaming = streaming;
        this.options = options;
    }

    @Override
    public ChatRequestParameters defaultRequestParameters() {
        return streaming.defaultRequestParameters();
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        CompletableFuture<ChatResponse> whole = new CompletableFuture<>();
        StreamingHandle handle =
                streaming.start(
                        request,
                        options,
                        new StreamingChatResponseHandler() {
                            @Override
                            public void onCompleteResponse(ChatResponse response) {
                                whole.complete(response);
                            }

                            @Override
                            public void onError(Throwable error) {
                                whole.completeExceptionally(error);
                            }
                        });
        try {
            return whole.get();
        } catch (InterruptedException e) {
            handle.cancel();
            Thread.currentThread().interrupt();
            throw new InferenceException(Code.CANCELLED, "interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InferenceException failure) {
                throw new InferenceException(failure.code(), failure.detail(), failure);
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
