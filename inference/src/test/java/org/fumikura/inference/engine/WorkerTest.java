package org.fumikura.inference.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerTest {
    @TempDir Path folder;

    private Worker worker(Path model) {
        return new Worker(WorkerSettings.chat(model, folder).withContextTokens(512));
    }

    private Code failure(Path model) {
        try (Worker worker = worker(model)) {
            return assertThrows(InferenceException.class, worker::start).code();
        }
    }

    @Test
    void killedWorkerCostsOneAnswerAndIsReplaced() throws Exception {
        try (LocalChatModel model = new LocalChatModel(worker(TestModels.chat()), "small")) {
            model.worker().start();
            long first = model.worker().pid().orElseThrow();
            Recorder recorder =
                    new Recorder((count, context) -> {
                        if (count == 2) {
                            ProcessHandle.of(first).orElseThrow().destroyForcibly();
                        }
                    });
            ChatRequest request =
                    ChatRequest.builder()
                            .messages(UserMessage.from("Tell a long story."))
                            .maxOutputTokens(200)
                            .build();
            model.chat(request, recorder);
            InferenceException error = assertInstanceOf(InferenceException.class, recorder.error());
            assertEquals(Code.WORKER_DIED, error.code());
            ChatRequest small = request.toBuilder().maxOutputTokens(3).build();
            assertFalse(model.blocking().chat(small).aiMessage().text().isEmpty());
            assertNotEquals(first, model.worker().pid().orElseThrow());
        }
    }

    @Test
    void missingFileIsMissing() {
        assertEquals(Code.MODEL_MISSING, failure(folder.resolve("no.gguf")));
    }

    @Test
    void textFileIsNoModel() throws Exception {
        Path file = Files.writeString(folder.resolve("a.gguf"), "This is no model.".repeat(9));
        assertEquals(Code.MODEL_NOT_GGUF, failure(file));
    }

    @Test
    void modelCutInItsLastTensorIsBrokenAndParentLives() throws Exception {
        Path file = Files.copy(TestModels.chat(), folder.resolve("cut.gguf"));
        try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
            cut.setLength(cut.length() - 64);
        }
        assertEquals(Code.MODEL_BROKEN, failure(file));
    }

    @Test
    void idleWorkerGivesItsMemoryBackAndReturns() throws Exception {
        WorkerSettings settings =
                WorkerSettings.chat(TestModels.chat(), folder)
                        .withContextTokens(512)
                        .withTimeouts(Duration.ofMinutes(1), Duration.ofMillis(200));
        try (Worker worker = new Worker(settings)) {
            worker.start();
            ProcessHandle process = ProcessHandle.of(worker.pid().orElseThrow()).orElseThrow();
            process.onExit().get(10, TimeUnit.SECONDS);
            worker.start();
            assertNotEquals(Worker.State.LOADING, worker.state());
        }
    }

    @Test
    void hungLoadIsEndedAtItsTimeout() {
        WorkerSettings settings =
                WorkerSettings.chat(TestModels.chat(), folder)
                        .withTimeouts(Duration.ofMillis(50), Duration.ofMinutes(1));
        try (Worker worker = new Worker(settings)) {
            InferenceException error = assertThrows(InferenceException.class, worker::start);
            assertEquals(Code.WORKER_DIED, error.code());
        }
    }

    @Test
    void closeEndsTheProcessAndLeavesNoFiles() throws Exception {
        Worker worker = worker(TestModels.chat());
        worker.start();
        ProcessHandle process = ProcessHandle.of(worker.pid().orElseThrow()).orElseThrow();
        worker.close();
        worker.close();
        process.onExit().get(5, TimeUnit.SECONDS);
        try (var left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
        InferenceException error = assertThrows(InferenceException.class, worker::start);
        assertEquals(Code.CLOSED, error.code());
    }

    @Test
    void interruptedCallerLeavesTheWorkerAlive() throws Exception {
        try (LocalChatModel model = new LocalChatModel(worker(TestModels.chat()), "small")) {
            model.worker().start();
            long pid = model.worker().pid().orElseThrow();
            Thread.currentThread().interrupt();
            InferenceException error =
                    assertThrows(
                            InferenceException.class,
                            () -> model.tokenCounts().estimateTokenCountInText("a"));
            assertTrue(Thread.interrupted());
            assertEquals(Code.CANCELLED, error.code());
            assertEquals(1, model.tokenCounts().estimateTokenCountInText("a"));
            assertEquals(pid, model.worker().pid().orElseThrow());
        }
    }

    @Test
    void anInterruptIsForTheParentToHeed() throws Exception {
        try (LocalChatModel model = new LocalChatModel(worker(TestModels.chat()), "small")) {
            model.worker().start();
            long pid = model.worker().pid().orElseThrow();
            ProcessHandle.of(pid).orElseThrow().destroy();
            ChatRequest request =
                    ChatRequest.builder()
                            .messages(UserMessage.from("Tell a story."))
                            .maxOutputTokens(40)
                            .build();
            assertFalse(model.blocking().chat(request).aiMessage().text().isEmpty());
            assertEquals(pid, model.worker().pid().orElseThrow());
        }
    }

    @Test
    void nativeOutputNeverReachesTheTerminal() throws Exception {
        Process program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                SecretProgram.class.getName(),
                                TestModels.embedder().toString(),
                                folder.toString())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, program.waitFor(), output);
        assertFalse(output.contains(SecretProgram.SECRET), output);
        assertFalse(output.contains("llama"), output);
    }

    @Test
    void workerEndsWithItsParent() throws Exception {
        Process parent =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                WaitingProgram.class.getName(),
                                TestModels.chat().toString(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        long pid = parent.inputReader().readLine().strip().length() > 0 ? childOf(parent) : -1;
        ProcessHandle worker = ProcessHandle.of(pid).orElseThrow();
        parent.destroyForcibly();
        worker.onExit().get(10, TimeUnit.SECONDS);
        assertFalse(worker.isAlive());
    }

    private static long childOf(Process parent) {
        return parent.children().findFirst().orElseThrow().pid();
    }
}
