package org.fumikura.inference.engine;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.UnsupportedFeatureException;
import java.util.List;
import java.util.regex.Pattern;

/// One message of a conversation as the model's template sees it. What looks like a template's own
/// marker in its text is changed to look-alike letters: a document must not end the message it is
/// quoted in, nor speak as somebody else.
public record Turn(Role role, String text) {
    private static final Pattern MARKER =
            Pattern.compile(
                    "<(\\|[^<>]{1,40}|/?s|[be]os|pad|unk|(?:start|end)_of_turn|/?(?:seed:)?think)>"
                            + "|\\[(/?(?:INST|THINK))]");

    public Turn {
        text = MARKER.matcher(text).replaceAll("‹$1$2›");
    }

    /// Who speaks.
    public enum Role {
        SYSTEM,
        USER,
        ASSISTANT
    }

    /// @throws UnsupportedFeatureException for tools, images and other content than text
    static List<Turn> of(List<ChatMessage> messages) {
        return messages.stream().map(Turn::of).toList();
    }

    private static Turn of(ChatMessage message) {
        return switch (message) {
            case SystemMessage system -> new Turn(Role.SYSTEM, system.text());
            case UserMessage user when user.hasSingleText() ->
                    new Turn(Role.USER, user.singleText());
            case AiMessage ai when !ai.hasToolExecutionRequests() && ai.text() != null ->
                    new Turn(Role.ASSISTANT, ai.text());
            default ->
                    throw new UnsupportedFeatureException("text messages only: " + message.type());
        };
    }
}
