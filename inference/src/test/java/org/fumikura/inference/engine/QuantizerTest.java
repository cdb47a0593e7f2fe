package org.fumikura.inference.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fumikura.inference.CancellationToken;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;
import org.fumikura.inference.gguf.GgufHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuantizerTest {
    private final Quantizer quantizer = new Quantizer(TestRuntime.folder());

    @TempDir private Path folder;

    @Test
    void theSmallerModelIsWholeAndAnswers() {
        Path smaller = folder.resolve("smaller.gguf");
        quantizer.run(TestModels.chat(), smaller, "Q4_0", _ -> {}, new CancellationToken());
        GgufHeader before = GgufHeader.read(TestModels.chat());
        GgufHeader after = GgufHeader.read(smaller);
        assertEquals("Q4_0", after.quantization());
        assertEquals(before.tensors(), after.tensors());
        assertTrue(after.fileBytes() < before.fileBytes());
        WorkerSettings settings =
                WorkerSettings.chat(smaller, folder.resolve("native"))
                        .withContextTokens(1024)
                        .withRuntimeFolder(TestRuntime.folder());
        try (var model = new LocalChatModel(new Worker(settings), "smaller")) {
            assertFalse(model.blocking().chat("Say hello.").isBlank());
        }
    }

    @Test
    void aFormThatIsNotSmallerIsRefused() {
        assertEquals(Code.UNSUPPORTED, failure(TestModels.chat(), "Q8_0"));
    }

    @Test
    void whatIsNoModelIsRefusedAndLeavesNothing() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.gguf"), "no model");
        assertEquals(Code.MODEL_NOT_GGUF, failure(text, "Q4_0"));
    }

    @Test
    void aStoppedOneLeavesNothing() {
        var cancel = new CancellationToken();
        cancel.cancel();
        Path smaller = folder.resolve("smaller.gguf");
        var fault =
                assertThrows(
                        InferenceException.class,
                        () -> quantizer.run(TestModels.chat(), smaller, "Q4_0", _ -> {}, cancel));
        assertEquals(Code.CANCELLED, fault.code());
        assertFalse(Files.exists(smaller));
    }

    private Code failure(Path model, String form) {
        Path target = folder.resolve("target.gguf");
        var fault =
                assertThrows(
                        InferenceException.class,
                        () -> quantizer.run(model, target, form, _ -> {}, new CancellationToken()));
        assertFalse(Files.exists(target));
        return fault.code();
    }
}
