package org.fumikura.rag.answer;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.TokenCountEstimator;

/// Counts four characters as a token.
public final class TokenCount implements TokenCountEstimator {
    @Override
    public int estimateTokenCountInText(String text) {
        return text.length() / 4 + 1;
    }

    @Override
    public int estimateTokenCountInMessage(ChatMessage message) {
        return message.toString().length() / 4 + 1;
    }

    @Override
    public int estimateTokenCountInMessages(Iterable<ChatMessage> messages) {
        int tokens = 0;
        for (ChatMessage message : messages) {
            tokens += estimateTokenCountInMessage(message);
        }
        return tokens;
    }
}
