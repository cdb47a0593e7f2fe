package org.fumikura.rag.answer;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.fumikura.rag.RagException;
import org.fumikura.rag.answer.GroundedAnswerer.WritingModel;

/// What a model said to a conversation.
///
/// @param end why it says no more
public record Reply(String text, End end) {
    /// Why a reply ends.
    public enum End {
        /// The model was done.
        DONE,
        /// It reached the length it was allowed.
        CUT
    }

    /// Asks and waits for the whole reply. A model that thinks is asked to reply without it.
    ///
    /// @param tokens how long it may become
    /// @throws CancellationException if `sign` is raised before the end, or the thread interrupted
    /// @throws RagException `THOUGHT_UNFINISHED` if the model thought all the same, and no more
    public static Reply await(
            WritingModel writing, List<ChatMessage> messages, int tokens, StopSign sign) {
        return await(writing, messages, tokens, sign, Optional.empty());
    }

    /// The same, held to a GBNF `grammar` where the model can be.
    public static Reply await(
            WritingModel writing,
            List<ChatMessage> messages,
            int tokens,
            StopSign sign,
            Optional<String> grammar) {
        sign.check();
        var waiting = new Waiting();
        grammar.flatMap(writing.control()::within)
                .or(writing.control()::atOnce)
                .orElse(writing.chat())
                .chat(
                        ChatRequest.builder()
                                .messages(messages)
                                .temperature(writing.temperature())
                                .maxOutputTokens(tokens)
                                .build(),
                        waiting);
        sign.follow(writing);
        try {
            return waiting.reply.get();
        } catch (InterruptedException closing) {
            writing.control().stop();
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException failed) {
            sign.check();
            throw failed.getCause() instanceof RuntimeException fault
                    ? fault
                    : new IllegalStateException(failed.getCause());
        } finally {
            sign.leave();
        }
    }

    private static final class Waiting implements StreamingChatResponseHandler {
        private final CompletableFuture<Reply> reply = new CompletableFuture<>();

        @Override
        public void onPartialResponse(String part) {}

        @Override
        public void onCompleteResponse(ChatResponse response) {
            End end = response.finishReason() == FinishReason.LENGTH ? End.CUT : End.DONE;
            if (Thoughts.isAllIn(response)) {
                reply.completeExceptionally(Thoughts.unfinished());
            } else {
                reply.complete(new Reply(Thoughts.said(response), end));
            }
        }

        @Override
        public void onError(Throwable fault) {
            reply.completeExceptionally(fault);
        }
    }
}
