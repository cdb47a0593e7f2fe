package org.fumikura.inference.thinking;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.PartialThinkingContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import org.jspecify.annotations.Nullable;

/// Hears what a model writes and tells another handler its thoughts and its answer apart, as
/// langchain4j names them: `onPartialThinking` and `onPartialResponse`, and both in the complete
/// response's message, whose text holds no thought. That text counts: where the model's marks say
/// only late that a beginning was a thought, it is shorter than what was told piece by piece.
public final class ThoughtsApart implements StreamingChatResponseHandler {
    private final StreamingChatResponseHandler handler;
    private final ThoughtSplitter splitter;
    private @Nullable PartialResponseContext context;

    public ThoughtsApart(StreamingChatResponseHandler handler) {
        this.handler = handler;
        this.splitter = new ThoughtSplitter(this::think, this::say);
    }

    @Override
    public void onPartialResponse(PartialResponse piece, PartialResponseContext place) {
        context = place;
        splitter.accept(piece.text());
    }

    @Override
    public void onPartialThinking(PartialThinking piece, PartialThinkingContext place) {
        handler.onPartialThinking(piece, place);
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        splitter.end();
        AiMessage message = response.aiMessage();
        String thoughts = splitter.thoughts();
        if (!thoughts.isEmpty()) {
            message = message.toBuilder().text(splitter.said()).thinking(thoughts).build();
        }
        handler.onCompleteResponse(
                ChatResponse.builder().aiMessage(message).metadata(response.metadata()).build());
    }

    @Override
    public void onError(Throwable fault) {
        handler.onError(fault);
    }

    private void say(String text) {
        handler.onPartialResponse(new PartialResponse(text), place());
    }

    private void think(String text) {
        handler.onPartialThinking(
                new PartialThinking(text), new PartialThinkingContext(place().streamingHandle()));
    }

    private PartialResponseContext place() {
        PartialResponseContext known = context;
        if (known == null) {
            throw new IllegalStateException("nothing was written yet");
        }
        return known;
    }
}
