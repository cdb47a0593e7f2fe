package org.fumikura.app.models;

import dev.langchain4j.data.message.UserMessage;
import java.util.List;
import org.fumikura.inference.engine.LocalChatModel;

/// How probable the chosen chat model finds a text.
///
/// @param logProbability natural logarithm of the whole text's probability
/// @param tokens how many tokens it has
public record TextProbability(double logProbability, int tokens) {
    /// Of `text` as the answer to `before`.
    ///
    /// @param text not empty
    /// @throws org.fumikura.inference.InferenceException as [LocalChatModel#logProbabilities] says
    public static TextProbability of(LocalModels models, String before, String text) {
        LocalChatModel chat = models.chat();
        double logProbability =
                chat.logProbabilities(List.of(UserMessage.from(before)), List.of(text)).getFirst();
        return new TextProbability(
                logProbability, chat.tokenCounts().estimateTokenCountInText(text));
    }
}
