package org.fumikura.inference.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackgroundWorkTest {
    private static final List<TextSegment> PASSAGES =
            Collections.nCopies(
                    60, TextSegment.from("The council voted to widen the breakwater. ".repeat(12)));

    @TempDir Path natives;

    private LocalEmbeddingModel embedder(BackgroundGate gate) {
        WorkerSettings settings =
                WorkerSettings.embedding(TestModels.embedder(), 512, natives)
                        .withRuntimeFolder(TestRuntime.folder());
        return new LocalEmbeddingModel(new Worker(settings, gate), "e5", TestModels.traits());
    }

    private static CompletableFuture<Integer> embedAll(LocalEmbeddingModel embedder) {
        embedder.worker().start();
        CompletableFuture<Integer> count = new CompletableFuture<>();
        Thread.ofVirtual()
                .start(() ->
                        count.complete(embedder.passages().embedAll(PASSAGES).content().size()));
        return count;
    }

    @Test
    void questionOvertakesPassagesBeingComputed() throws Exception {
        try (LocalEmbeddingModel embedder = embedder(new BackgroundGate())) {
            CompletableFuture<Integer> all = embedAll(embedder);
            for (int question = 0; question < 5; question++) {
                assertEquals(
                        embedder.queries().dimension(),
                        embedder.queries().embed("When was it built?").content().dimension());
            }
            assertFalse(all.isDone());
            assertEquals(PASSAGES.size(), all.get(120, TimeUnit.SECONDS));
        }
    }

    @Test
    void passagesWaitWhileAnAnswerIsWrittenAndGoOnAfterIt() throws Exception {
        BackgroundGate gate = new BackgroundGate();
        WorkerSettings settings =
                WorkerSettings.chat(TestModels.chat(), natives)
                        .withContextTokens(512)
                        .withRuntimeFolder(TestRuntime.folder());
        try (LocalEmbeddingModel embedder = embedder(gate);
                LocalChatModel chat = new LocalChatModel(new Worker(settings, gate), "small")) {
            chat.worker().start();
            CompletableFuture<Integer> all = embedAll(embedder);
            List<Worker.State> states = new CopyOnWriteArrayList<>();
            Recorder recorder =
                    new Recorder((count, context) -> states.add(embedder.worker().state()));
            chat.chat(
                    ChatRequest.builder()
                            .messages(UserMessage.from("Tell a long story."))
                            .maxOutputTokens(300)
                            .build(),
                    recorder);
            recorder.response();
            int rested = states.indexOf(Worker.State.READY);
            assertTrue(rested >= 0, "never at rest");
            assertEquals(
                    Set.of(Worker.State.READY), Set.copyOf(states.subList(rested, states.size())));
            assertEquals(PASSAGES.size(), all.get(120, TimeUnit.SECONDS));
        }
    }
}
