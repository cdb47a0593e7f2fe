package org.fumikura.inference.memory;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ChatMessageType;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.List;
import java.util.Objects;

/// One message of a conversation, as far as a model's cache depends on it.
record Spoken(ChatMessageType by, String text) {
    /// @throws IllegalArgumentException for other content than text
    static List<Spoken> of(List<ChatMessage> messages) {
        return messages.stream().map(Spoken::of).toList();
    }

    private static Spoken of(ChatMessage message) {
        return switch (message) {
            case SystemMessage system -> new Spoken(system.type(), system.text());
            case UserMessage user when user.hasSingleText() ->
                    new Spoken(user.type(), user.singleText());
            case AiMessage ai -> new Spoken(ai.type(), Objects.requireNonNullElse(ai.text(), ""));
            default -> throw new IllegalArgumentException("text only: " + message.type());
        };
    }

    /// How many messages two conversations have in common at their beginning.
    static int shared(List<Spoken> one, List<Spoken> other) {
        int count = 0;
        while (count < Math.min(one.size(), other.size())
                && one.get(count).equals(other.get(count))) {
            count++;
        }
        return count;
    }
}
