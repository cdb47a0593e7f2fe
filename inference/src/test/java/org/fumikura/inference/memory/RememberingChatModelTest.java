package org.fumikura.inference.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.fumikura.inference.engine.LocalChatModel;
import org.fumikura.inference.engine.StateSeal;
import org.fumikura.inference.engine.TestModels;
import org.fumikura.inference.engine.TestRuntime;
import org.fumikura.inference.engine.Worker;
import org.fumikura.inference.engine.WorkerSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberingChatModelTest {
    private static final SystemMessage RULES =
            SystemMessage.from("You answer in a few words, from what you are told.");
    private static final UserMessage FIRST =
            UserMessage.from(
                    "The lighthouse at Anholt was built in 1788 and is painted white. "
                            + "When was it built?");
    private static final UserMessage SECOND = UserMessage.from("And its colour?");

    @TempDir private Path folder;

    @Test
    void aConversationIsTakenUpInAnotherProcess() throws Exception {
        String reply;
        try (var worker = worker();
                var model = remembering(worker)) {
            ChatResponse first = ask(model, List.of(RULES, FIRST));
            reply = first.aiMessage().text();
            waitForStates(2);
        }
        List<ChatMessage> followUp = List.of(RULES, FIRST, AiMessage.from(reply), SECOND);
        try (var worker = worker();
                var model = remembering(worker)) {
            ChatResponse again = ask(model, followUp);
            int before = worker.tokenCounts().estimateTokenCountInMessages(List.of(RULES, FIRST));
            assertTrue(cached(again) >= before - 8, cached(again) + " of " + before);
            assertFalse(again.aiMessage().text().isBlank());
        }
    }

    @Test
    void theInstructionsAreReadOnce() throws Exception {
        try (var worker = worker();
                var model = remembering(worker)) {
            ask(model, List.of(RULES, FIRST));
            waitForStates(2);
        }
        try (var worker = worker();
                var model = remembering(worker)) {
            ChatResponse other = ask(model, List.of(RULES, UserMessage.from("Say hello.")));
            assertTrue(cached(other) > 0, "nothing was cached");
        }
    }

    @Test
    void aDamagedStateIsReadAgain() throws Exception {
        try (var worker = worker();
                var model = remembering(worker)) {
            ask(model, List.of(RULES, FIRST));
            waitForStates(2);
        }
        try (Stream<Path> files = Files.list(folder.resolve("states"))) {
            for (Path file : files.toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 1;
                Files.write(file, bytes);
            }
        }
        try (var worker = worker();
                var model = remembering(worker)) {
            ChatResponse again = ask(model, List.of(RULES, FIRST));
            int rules = worker.tokenCounts().estimateTokenCountInMessages(List.of(RULES));
            assertTrue(cached(again) <= rules, cached(again) + " of " + rules);
            assertFalse(again.aiMessage().text().isBlank());
        }
    }

    private void waitForStates(int count) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while ((!Files.exists(folder.resolve("states")) || states() < count)
                && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        assertEquals(count, states());
    }

    private long states() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("states"))) {
            return files.filter(file -> file.toString().endsWith(".state")).count();
        }
    }

    private static int cached(ChatResponse response) {
        Object count = response.aiMessage().attributes().get(LocalChatModel.CACHED_TOKENS);
        return count instanceof Integer tokens ? tokens : -1;
    }

    private LocalChatModel worker() {
        return new LocalChatModel(
                new Worker(
                        WorkerSettings.chat(TestModels.chat(), folder.resolve("native"))
                                .withContextTokens(512)
                                .withRuntimeFolder(TestRuntime.folder())),
                "small");
    }

    private RememberingChatModel remembering(LocalChatModel model) {
        return new RememberingChatModel(
                model,
                new StateFolder(folder.resolve("states"), 1L << 30, InstantSource.system()),
                StateSeal.NONE);
    }

    private static ChatRequest request(List<ChatMessage> messages) {
        return ChatRequest.builder().messages(messages).maxOutputTokens(16).build();
    }

    private static ChatResponse ask(RememberingChatModel model, List<ChatMessage> messages) {
        CompletableFuture<ChatResponse> answer = new CompletableFuture<>();
        model.chat(
                request(messages),
                new StreamingChatResponseHandler() {
                    @Override
                    public void onCompleteResponse(ChatResponse response) {
                        answer.complete(response);
                    }

                    @Override
                    public void onError(Throwable fault) {
                        answer.completeExceptionally(fault);
                    }
                });
        return answer.orTimeout(120, TimeUnit.SECONDS).join();
    }
}
