package org.fumikura.tests.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fumikura.app.Composition;
import org.fumikura.inference.InferenceException;
import org.fumikura.rag.Scope;
import org.fumikura.rag.answer.AnswerEvent;
import org.fumikura.rag.answer.Question;
import org.fumikura.rag.library.FileState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A model's process dies. That costs one answer, never the program.
class WorkerDeathTest {
    @TempDir private Path data;
    @TempDir private Path folder;

    @Test
    void aKilledWorkerCostsOneAnswerAndTheNextIsMade() throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("wall.md"), "The garden wall was painted green in 1998.\n");
        try (Composition services = TestHome.open(data)) {
            TestHome.add(services, folder);
            TestHome.ask(services, "What colour is the garden wall?");
            long chat = services.models().chat().worker().pid().orElseThrow();

            var reading = new CountDownLatch(1);
            var pending =
                    services.answerer()
                            .ask(
                                    question("When was the garden wall painted?"),
                                    event -> {
                                        if (event instanceof AnswerEvent.Draft) {
                                            ProcessHandle.of(chat)
                                                    .ifPresent(ProcessHandle::destroyForcibly);
                                            reading.countDown();
                                        }
                                    });
            assertTrue(reading.await(60, TimeUnit.SECONDS));
            var fault = assertThrows(CompletionException.class, () -> pending.answer().join());
            assertInstanceOf(InferenceException.class, fault.getCause());

            assertEquals(1, TestHome.ask(services, "When was the wall painted?").hits().size());
            assertNotEquals(chat, services.models().chat().worker().pid().orElseThrow());
        }
    }

    @Test
    void aKilledEmbedderIsStartedAgainWithoutAWord() throws IOException {
        Files.writeString(
                folder.resolve("wall.md"), "The garden wall was painted green in 1998.\n");
        try (Composition services = TestHome.open(data)) {
            TestHome.add(services, folder);
            long embedder = services.models().embedder().orElseThrow().worker().pid().orElseThrow();
            ProcessHandle.of(embedder).ifPresent(ProcessHandle::destroyForcibly);
            Files.writeString(folder.resolve("gate.md"), "The gate squeaks when it rains.\n");
            assertTrue(
                    TestHome.add(services, folder).files().stream()
                            .allMatch(file -> file.state() == FileState.READY));
        }
    }

    private static Question question(String text) {
        return new Question(text, Scope.EVERYTHING, List.of());
    }
}
