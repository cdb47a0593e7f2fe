package org.fumikura.rag.answer;

import dev.langchain4j.data.message.ChatMessage;
import java.util.List;
import java.util.Optional;
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
        return of(model, messages, tokens, Optional.empty());
    }

    /// The same, held to a GBNF `grammar` where the model can be.
    static Optional<String> of(
            WritingModel model, List<ChatMessage> messages, int tokens, Optional<String> grammar) {
        try {
            Reply reply = Reply.await(model.likeliest(), messages, tokens, new StopSign(), grammar);
            return Optional.of(reply.text().strip()).filter(text -> !text.isEmpty());
        } catch (RuntimeException fault) {
            LOG.warn("no reply: {}", fault.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
