package org.fumikura.inference.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.fumikura.inference.InferenceException.Code;
import org.junit.jupiter.api.Test;

class CurrentRuntimeTest extends RuntimeContract {
    private static final String TEXT =
            "The harbour froze in the winter of 1871, and the council voted to widen the breakwater"
                    + " two years later. Ships from twelve ports called there every month, carrying"
                    + " timber, salt, wool and slate.";

    @Override
    WorkerSettings on(WorkerSettings settings) {
        return settings.withRuntimeFolder(TestRuntime.folder());
    }

    @Override
    RuntimeKind kind() {
        return RuntimeKind.CURRENT;
    }

    @Override
    Code unknownNetwork() {
        return Code.MODEL_UNSUPPORTED;
    }

    private Path saved() {
        Path file = folder.resolve("saved");
        model().blocking().chat(request(2, UserMessage.from(TEXT)));
        model().saveState(file, StateSeal.NONE);
        return file;
    }

    @Test
    void lookupChangesNothingButTheSpeed() {
        int accepted = 0;
        for (String task :
                List.of(
                        "Repeat this text word for word: " + TEXT,
                        "次の文を繰り返してください。港の灯台は1843年に建てられました。",
                        "Who was Napoleon?")) {
            ChatRequest request = request(80, UserMessage.from(task));
            ChatResponse guessed = model().blocking().chat(request);
            ChatResponse plain =
                    model().blocking(AnswerOptions.DEFAULT.withoutDrafting()).chat(request);
            assertEquals(text(plain), text(guessed), task);
            assertEquals(0, figure(plain, LocalChatModel.DRAFTED_TOKENS));
            accepted += figure(guessed, LocalChatModel.ACCEPTED_TOKENS);
        }
        assertTrue(accepted > 0, "nothing was guessed right");
    }

    @Test
    void truncatedStateIsRefusedAndTheWorkerLives() throws IOException {
        Path file = saved();
        long pid = model().worker().pid().orElseThrow();
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertEquals(Code.STATE_DAMAGED, failure(() -> model().restoreState(file, StateSeal.NONE)));
        model().worker().start();
        assertEquals(pid, model().worker().pid().orElseThrow());
    }

    @Test
    void changedStateIsRefusedAndTheWorkerLives() throws IOException {
        Path file = saved();
        long pid = model().worker().pid().orElseThrow();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertEquals(Code.STATE_DAMAGED, failure(() -> model().restoreState(file, StateSeal.NONE)));
        model().worker().start();
        assertEquals(pid, model().worker().pid().orElseThrow());
    }

    @Test
    void stateOfAnAdaptedModelIsForeign() throws IOException {
        Path file = saved();
        Path adapter = TestAdapter.write(folder.resolve("lora.gguf"));
        try (LocalChatModel adapted = chat(settings(TestModels.chat()).withAdapter(adapter))) {
            assertEquals(
                    Code.STATE_FOREIGN, failure(() -> adapted.restoreState(file, StateSeal.NONE)));
        }
    }

    @Test
    void brokenLibrariesFallBackAndSayWhy() throws IOException {
        Path broken = Files.createDirectory(folder.resolve("runtime"));
        Files.writeString(broken.resolve("libllama.so"), "not a library");
        assertEquals(RuntimeFault.Reason.NOT_LOADABLE, fault(broken));
        assertEquals(RuntimeFault.Reason.MISSING, fault(folder.resolve("nowhere")));
    }

    @Test
    void anotherLibraryFallsBackAndSaysWhy() throws IOException {
        Path other = Files.createDirectory(folder.resolve("runtime"));
        try (var files = Files.newDirectoryStream(TestRuntime.folder(), "libggml-base*")) {
            Files.copy(files.iterator().next(), other.resolve("libllama.so"));
        }
        assertEquals(RuntimeFault.Reason.SYMBOL_MISSING, fault(other));
    }

    private RuntimeFault.Reason fault(Path runtime) {
        WorkerSettings settings =
                WorkerSettings.chat(TestModels.chat(), natives)
                        .withContextTokens(256)
                        .withRuntimeFolder(runtime);
        try (LocalChatModel model = chat(settings)) {
            assertEquals(
                    3,
                    model.blocking()
                            .chat(request(3, UserMessage.from("Tell me a story")))
                            .tokenUsage()
                            .outputTokenCount());
            RuntimeInUse used = model.worker().runtime().orElseThrow();
            assertEquals(RuntimeKind.EMBEDDED, used.kind());
            return used.fault().orElseThrow().reason();
        }
    }
}
