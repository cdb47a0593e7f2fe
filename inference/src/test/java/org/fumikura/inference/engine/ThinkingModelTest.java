package org.fumikura.inference.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The small model with a reasoning model's template: it does not think, but is written to as if.
class ThinkingModelTest {
    private static final String DEFAULT_SYSTEM =
            "You are a helpful AI assistant named SmolLM, trained by Hugging Face";
    private static final String BEGINNING = "<|im_start|>assistant\n";
    private static final String WITH_THOUGHT =
            "root ::= \"<think>Is it? It is.</think>\\n\\nIt is wet.\"";

    @TempDir Path folder;

    private static ChatRequest request() {
        return ChatRequest.builder()
                .messages(UserMessage.from("Is water wet?"))
                .maxOutputTokens(40)
                .build();
    }

    /// A copy whose template, as long as before, has one text more and a shorter one less.
    private Path model(String template) throws IOException {
        byte[] bytes = Files.readAllBytes(TestModels.chat());
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        int from = latin.indexOf(DEFAULT_SYSTEM);
        int to = latin.indexOf(BEGINNING, from) + BEGINNING.length();
        String part = latin.substring(from, to);
        String changed = template.replace("{rest}", part.substring(DEFAULT_SYSTEM.length()));
        changed = ".".repeat(part.length() - changed.length()) + changed;
        System.arraycopy(
                changed.getBytes(StandardCharsets.ISO_8859_1), 0, bytes, from, changed.length());
        return Files.write(folder.resolve("model.gguf"), bytes);
    }

    private LocalChatModel open(Path file) {
        return new LocalChatModel(
                new Worker(
                        WorkerSettings.chat(file, folder.resolve("natives"))
                                .withContextTokens(512)),
                "thinker");
    }

    @Test
    void thoughtOfTheRealStreamIsNoPartOfTheAnswer() throws Exception {
        try (LocalChatModel model = open(TestModels.chat())) {
            Recorder recorder = new Recorder();
            var _ = model.start(request(), AnswerOptions.DEFAULT.within(WITH_THOUGHT), recorder);
            AiMessage said = recorder.response().aiMessage();
            assertEquals("It is wet.", said.text());
            assertEquals("Is it? It is.", said.thinking());
            assertEquals("It is wet.", String.join("", recorder.pieces));
            assertNotNull(said.attributes().get(LocalChatModel.TOTAL_MILLIS));
            assertFalse(model.can(Capability.THINKING));
        }
    }

    @Test
    void modelWhoseTemplateKnowsThoughtsCanLeaveThemOut() throws Exception {
        try (LocalChatModel model = open(model("Strip </think>{rest}"))) {
            assertTrue(model.can(Capability.THINKING));
            ChatResponse free = model.blocking().chat(request());
            ChatResponse atOnce = model.blocking(AnswerOptions.DEFAULT.atOnce()).chat(request());
            int closing = model.tokenCounts().estimateTokenCountInText("<think>\n\n</think>\n\n");
            assertEquals(
                    free.tokenUsage().inputTokenCount() + closing,
                    atOnce.tokenUsage().inputTokenCount());
            assertNull(atOnce.aiMessage().thinking());
        }
    }

    @Test
    void thoughtThatTheTemplateOpensBeginsTheStream() throws Exception {
        try (LocalChatModel model = open(model("</think>{rest}<think>\n"))) {
            Recorder recorder = new Recorder();
            model.chat(request(), recorder);
            AiMessage said = recorder.response().aiMessage();
            assertEquals("", said.text());
            assertFalse(said.thinking().isEmpty());
            ChatResponse atOnce = model.blocking(AnswerOptions.DEFAULT.atOnce()).chat(request());
            assertFalse(atOnce.aiMessage().text().isEmpty());
        }
    }
}
