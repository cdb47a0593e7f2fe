package org.fumikura.rag.answer;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.fumikura.rag.answer.GroundedAnswerer.WritingModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A short reply of a model, waited for.
final class Saying {
    private static final Logger LOG = LoggerFactory.getLogger(Saying.class);

    private Saying() {}

    /// What `model` replies to `messages`, in its likeliest words; empty if it fails or is stopped.
    ///
    /// @param tokens how long the reply may become
    static Optional<String> of(WritingModel model, List<ChatMessage> messages, int tokens) {
        var reply = new CompletableFuture<String>();
        try {
            model.chat()
                    .chat(
                            ChatRequest.builder()
                                    .messages(messages)
                                    .temperature(0.0)
                                    .maxOutputTokens(tokens)
                                    .build(),
                            new StreamingChatResponseHandler() {
                                @Override
                                public void onCompleteResponse(ChatResponse response) {
                                    String text = response.aiMessage().text();
                                    reply.complete(text == null ? "" : text);
                                }

                                @Override
                                public void onError(Throwable fault) {
                                    reply.completeExceptionally(fault);
                                }
                            });
            return Optional.of(reply.get().strip()).filter(text -> !text.isEmpty());
        } catch (ExecutionException | RuntimeException fault) {
            LOG.warn("no reply: {}", fault.getClass().getSimpleName());
            return Optional.empty();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
