package org.fumikura.rag.task;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fumikura.rag.answer.Calibration;
import org.fumikura.rag.answer.Calibrations;
import org.fumikura.rag.answer.GroundedAnswerer;
import org.fumikura.rag.answer.GroundedAnswerer.WritingModel;
import org.fumikura.rag.answer.TokenCount;
import org.jspecify.annotations.Nullable;

/// Stands in for a chat model beyond the module's wall: replies to the last message as a function
/// says, and keeps what it was asked. A reply that ends in `…` was cut off. Asked something it has
/// no reply to, it says nothing until it is stopped.
public final class ReplyingModel implements StreamingChatModel {
    private final Function<String, Optional<String>> replies;
    private final List<String> asked = new ArrayList<>();
    private final List<String> grammars = new ArrayList<>();
    private Function<String, Optional<List<Double>>> probabilities = text -> Optional.empty();
    private @Nullable StreamingChatResponseHandler waiting;

    private ReplyingModel(Function<String, Optional<String>> replies) {
        this.replies = replies;
    }

    public static ReplyingModel saying(Function<String, String> replies) {
        return new ReplyingModel(replies.andThen(Optional::of));
    }

    public static ReplyingModel perhapsSaying(Function<String, Optional<String>> replies) {
        return new ReplyingModel(replies);
    }

    public ReplyingModel weighing(Function<String, List<Double>> weights) {
        probabilities = weights.andThen(Optional::of);
        return this;
    }

    /// What the last message of each request was, in order.
    public synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    public synchronized List<String> grammars() {
        return List.copyOf(grammars);
    }

    public WritingModel model() {
        return model(Calibrations.known(Calibration.REFERENCE));
    }

    public WritingModel model(Calibrations calibrations) {
        return new WritingModel("Replying", this, 0, new TokenCount(), new Control(), calibrations);
    }

    @Override
    public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
        String last = text(request.messages().getLast());
        synchronized (this) {
            asked.add(last);
        }
        Optional<String> reply = replies.apply(last);
        if (reply.isEmpty()) {
            synchronized (this) {
                waiting = handler;
            }
            return;
        }
        boolean cut = reply.get().endsWith("…");
        handler.onCompleteResponse(
                ChatResponse.builder()
                        .aiMessage(AiMessage.from(reply.get()))
                        .finishReason(cut ? FinishReason.LENGTH : FinishReason.STOP)
                        .build());
    }

    private static String text(ChatMessage message) {
        return ((UserMessage) message).singleText();
    }

    private final class Control implements GroundedAnswerer.Control {
        @Override
        public void stop() {
            StreamingChatResponseHandler handler;
            synchronized (ReplyingModel.this) {
                handler = waiting;
                waiting = null;
            }
            if (handler != null) {
                handler.onError(new IllegalStateException("stopped"));
            }
        }

        @Override
        public void read(List<ChatMessage> messages) {}

        @Override
        public Optional<StreamingChatModel> within(String grammar) {
            synchronized (ReplyingModel.this) {
                grammars.add(grammar);
            }
            return Optional.of(ReplyingModel.this);
        }

        @Override
        public Optional<List<Double>> probabilities(
                List<ChatMessage> messages, List<String> replies) {
            return probabilities.apply(text(messages.getLast()));
        }
    }
}
