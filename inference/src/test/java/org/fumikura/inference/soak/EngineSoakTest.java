package org.fumikura.inference.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.engine.LocalChatModel;
import org.fumikura.inference.engine.TestModels;
import org.fumikura.inference.engine.TestRuntime;
import org.fumikura.inference.engine.Worker;
import org.fumikura.inference.engine.WorkerSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("soak")
class EngineSoakTest {
    private static final int QUESTIONS = 1000;

    /// By then every buffer has been used once.
    private static final int SETTLED = 100;

    private static final int KILLS = 50;

    @TempDir private Path folder;

    enum Runtime {
        EMBEDDED,
        CURRENT
    }

    @ParameterizedTest
    @EnumSource
    void aThousandQuestionsLeakNothing(Runtime runtime) throws IOException {
        try (LocalChatModel model = model(runtime)) {
            long settled = 0;
            for (int i = 0; i < QUESTIONS; i++) {
                ChatResponse answer = ask(model, question(i), _ -> {}).join();
                assertFalse(answer.aiMessage().text() == null, "question " + i);
                if (i == SETTLED) {
                    settled = residentKilobytes(model);
                }
            }
            long after = residentKilobytes(model);
            assertTrue(Math.abs(after - settled) <= settled / 20, settled + " then " + after);
        }
    }

    @Test
    void everyKilledWorkerCostsOneAnswer() throws IOException {
        int killed = 0;
        try (LocalChatModel model = model(Runtime.CURRENT)) {
            for (int i = 0; i < KILLS; i++) {
                var pending = ask(model, question(i), _ -> kill(model));
                try {
                    pending.join();
                } catch (CompletionException failed) {
                    var fault = assertInstanceOf(InferenceException.class, failed.getCause());
                    assertEquals(InferenceException.Code.WORKER_DIED, fault.code());
                    killed++;
                }
                assertFalse(ask(model, question(i), _ -> {}).join().aiMessage().text().isEmpty());
            }
        }
        // A kill may come after the last word.
        assertTrue(killed > KILLS / 2, killed + " of " + KILLS);
        try (Stream<Path> left = Files.list(folder)) {
            assertTrue(left.count() <= 1, "folders of dead workers are left");
        }
    }

    private static void kill(LocalChatModel model) {
        model.worker().pid().stream()
                .mapToObj(ProcessHandle::of)
                .forEach(process -> process.ifPresent(ProcessHandle::destroyForcibly));
    }

    private LocalChatModel model(Runtime runtime) {
        WorkerSettings settings =
                WorkerSettings.chat(TestModels.chat(), folder).withContextTokens(512);
        return new LocalChatModel(
                new Worker(
                        switch (runtime) {
                            case EMBEDDED -> settings;
                            case CURRENT -> settings.withRuntimeFolder(TestRuntime.folder());
                        }),
                "small");
    }

    /// Questions of different lengths, with passages that repeat in part.
    private static List<ChatMessage> question(int i) {
        String passage =
                "[" + i % 7 + "] The depot at kilometre " + i + " holds " + 3 * i + " sleepers. ";
        return List.of(
                SystemMessage.from("You answer from the passages."),
                UserMessage.from(passage.repeat(1 + i % 5) + "How many sleepers are there?"));
    }

    private static CompletableFuture<ChatResponse> ask(
            LocalChatModel model, List<ChatMessage> messages, Consumer<String> onText) {
        CompletableFuture<ChatResponse> answer = new CompletableFuture<>();
        model.chat(
                ChatRequest.builder().messages(messages).maxOutputTokens(12).build(),
                new StreamingChatResponseHandler() {
                    @Override
                    public void onPartialResponse(
                            PartialResponse part, PartialResponseContext context) {
                        onText.accept(part.text());
                    }

                    @Override
                    public void onCompleteResponse(ChatResponse response) {
                        answer.complete(response);
                    }

                    @Override
                    public void onError(Throwable fault) {
                        answer.completeExceptionally(fault);
                    }
                });
        return answer.orTimeout(120, TimeUnit.SECONDS);
    }

    private static long residentKilobytes(LocalChatModel model) throws IOException {
        Path status = Path.of("/proc", Long.toString(model.worker().pid().orElseThrow()), "status");
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
