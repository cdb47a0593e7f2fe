package org.fumikura.inference.engine;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.TokenCountEstimator;
import java.util.ArrayList;
import java.util.List;
import org.fumikura.inference.engine.Call.Urgency;

/// Exact counts by the model's own tokenizer. A call waits while the worker generates. The worker
/// is borrowed.
final class LocalTokenCountEstimator implements TokenCountEstimator {
    private final Worker worker;

    LocalTokenCountEstimator(Worker worker) {
        this.worker = worker;
    }

    @Override
    public int estimateTokenCountInText(String text) {
        return count(new Request.Count(text));
    }

    /// The message alone as the template writes it, with the marks around it and the beginning of
    /// the answer.
    @Override
    public int estimateTokenCountInMessage(ChatMessage message) {
        return count(new Request.CountTurns(Turn.of(List.of(message))));
    }

    /// The conversation as the template writes it, up to where the answer begins: exactly the
    /// prompt.
    @Override
    public int estimateTokenCountInMessages(Iterable<ChatMessage> messages) {
        List<ChatMessage> list = new ArrayList<>();
        messages.forEach(list::add);
        return count(new Request.CountTurns(Turn.of(list)));
    }

    private int count(Request request) {
        return switch (worker.submit(request, Urgency.NOW, text -> {}).await()) {
            case Response.Counted counted -> counted.tokens();
            case Response other -> throw new IllegalStateException("unexpected answer");
        };
    }
}
