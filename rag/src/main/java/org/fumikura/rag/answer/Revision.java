package org.fumikura.rag.answer;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Holds an answer against a person's principles and lets the model write it anew, in the manner of
/// constitutional AI (Bai et al. 2022), criticism and revision in one step. What comes of it is
/// checked like any other answer.
final class Revision {
    private Revision() {}

    /// What the model is told after it has read `prompt` and said `reply`.
    static List<ChatMessage> messages(
            Prompt prompt, String reply, Language language, List<String> principles) {
        String list =
                IntStream.range(0, principles.size())
                        .mapToObj(i -> (i + 1) + ". " + Quotation.of(principles.get(i)))
                        .collect(Collectors.joining("\n"));
        var messages = new ArrayList<>(prompt.messages());
        messages.add(AiMessage.from(reply));
        messages.add(
                UserMessage.from(
                        switch (language) {
                            case ENGLISH ->
                                    "Hold your answer against these principles:\n"
                                            + list
                                            + "\nWrite the answer anew so that it keeps to them, from the passages only. If it does already, repeat it. Write only the answer.";
                            case JAPANESE ->
                                    "あなたの回答を次の方針に照らしてください。\n"
                                            + list
                                            + "\n方針に沿うように、資料だけをもとに回答を書き直してください。すでに沿っていれば、そのまま繰り返してください。回答だけを書いてください。";
                        }));
        return messages;
    }
}
