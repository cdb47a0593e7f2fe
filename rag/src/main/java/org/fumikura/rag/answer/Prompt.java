package org.fumikura.rag.answer;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.TokenCountEstimator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What the model is sent: instructions, the conversation so far as it was sent before, then
/// evidence, and the question last. So a follow-up begins with what the model has already read.
///
/// @param messages in order
/// @param user the text of the last message, kept for the next follow-up
record Prompt(List<ChatMessage> messages, String user) {
    Prompt {
        messages = List.copyOf(messages);
    }

    /// Writes the prompt; the oldest exchanges are left out, then the last evidence, until it fits.
    ///
    /// @param limit tokens for the whole prompt
    static Prompt write(
            Question question,
            Language language,
            List<EvidencePassage> evidence,
            TokenCountEstimator tokens,
            int limit) {
        PromptWording wording = PromptWording.in(language);
        List<Exchange> history = question.history();
        List<EvidencePassage> shown = evidence;
        while (true) {
            Prompt prompt = assemble(wording, history, shown, question.text());
            boolean fits = tokens.estimateTokenCountInMessages(prompt.messages) <= limit;
            if (fits || (history.isEmpty() && shown.size() <= 1)) {
                return prompt;
            }
            if (history.isEmpty()) {
                shown = shown.subList(0, shown.size() - 1);
            } else {
                history = history.subList(1, history.size());
            }
        }
    }

    private static Prompt assemble(
            PromptWording wording,
            List<Exchange> history,
            List<EvidencePassage> evidence,
            String question) {
        var messages = new ArrayList<ChatMessage>();
        messages.add(SystemMessage.from(wording.system()));
        for (Exchange exchange : history) {
            messages.add(UserMessage.from(exchange.prompt()));
            messages.add(AiMessage.from(exchange.reply()));
        }
        String user = user(wording, evidence, question);
        messages.add(UserMessage.from(user));
        return new Prompt(messages, user);
    }

    private static String user(
            PromptWording wording, List<EvidencePassage> evidence, String question) {
        var text = new StringBuilder(wording.evidence()).append('\n');
        for (EvidencePassage passage : evidence) {
            text.append('[').append(passage.number()).append("] ");
            text.append(passage.hit().source().title()).append(", ");
            int page = passage.hit().ranked().passage().page();
            text.append(String.format(Locale.ROOT, wording.page(), page));
            if (!passage.headings().isEmpty()) {
                text.append(", ").append(passage.headings().getLast());
            }
            text.append('\n').append(passage.shown().strip()).append("\n\n");
        }
        return text.append(wording.question()).append(question.strip()).toString();
    }
}
