package org.fumikura.inference.remote;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.TokenCountEstimator;

/// Tokens of another machine's model, which cannot be asked: rather more than there are, one for
/// each CJK character and one for three of others.
final class RemoteTokenCounts implements TokenCountEstimator {
    private static final int FIRST_WIDE = 0x2E80;
    private static final int NARROW_IN_A_TOKEN = 3;
    private static final int AROUND_A_MESSAGE = 8;

    @Override
    public int estimateTokenCountInText(String text) {
        int wide = (int) text.codePoints().filter(point -> point >= FIRST_WIDE).count();
        int narrow = text.codePointCount(0, text.length()) - wide;
        return wide + (narrow + NARROW_IN_A_TOKEN - 1) / NARROW_IN_A_TOKEN;
    }

    @Override
    public int estimateTokenCountInMessage(ChatMessage message) {
        return AROUND_A_MESSAGE + estimateTokenCountInText(text(message));
    }

    @Override
    public int estimateTokenCountInMessages(Iterable<ChatMessage> messages) {
        int tokens = 0;
        for (ChatMessage message : messages) {
            tokens += estimateTokenCountInMessage(message);
        }
        return tokens;
    }

    private static String text(ChatMessage message) {
        return switch (message) {
            case UserMessage user when user.hasSingleText() -> user.singleText();
            case SystemMessage system -> system.text();
            case AiMessage answer when answer.text() != null -> answer.text();
            default -> message.toString();
        };
    }
}
