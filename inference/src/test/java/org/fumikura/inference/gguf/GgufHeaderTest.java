package org.fumikura.inference.gguf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GgufHeaderTest {
    @TempDir Path folder;

    private Path model() throws IOException {
        Path file = folder.resolve("m.gguf");
        new GgufWriter()
                .text("general.architecture", "bert")
                .text("general.name", "小さい")
                .number("general.file_type", 2)
                .text("general.license", "mit")
                .number("bert.context_length", 512)
                .number("bert.block_count", 3)
                .number("bert.embedding_length", 64)
                .number("bert.feed_forward_length", 256)
                .integers("bert.attention.head_count", new int[] {4, 4, 2})
                .number("bert.attention.head_count_kv", 2)
                .text("tokenizer.chat_template", "{{ messages }}")
                .on("tokenizer.ggml.add_bos_token")
                .off("bert.attention.causal")
                .real("bert.epsilon", 1e-5f)
                .texts(
                        "tokenizer.ggml.tokens",
                        List.of("a".getBytes(StandardCharsets.UTF_8), new byte[0]))
                .integers("tokenizer.ggml.token_type", new int[] {1, 3})
                .reals("tokenizer.ggml.scores", new float[] {0, -1})
                .tensor(
                        "w",
                        List.of(2L, 3L),
                        GgufWriter.TensorType.F32,
                        MemorySegment.ofArray(new byte[24]))
                .tensor(
                        "b",
                        List.of(2L),
                        GgufWriter.TensorType.F32,
                        MemorySegment.ofArray(new byte[8]))
                .write(file);
        return file;
    }

    private static Code failure(Path file) {
        return assertThrows(InferenceException.class, () -> GgufHeader.read(file)).code();
    }

    @Test
    void readsWhatTheWriterWrote() throws IOException {
        Path file = model();
        assertEquals(
                new GgufHeader(
                        "bert",
                        "小さい",
                        "mit",
                        512,
                        "Q4_0",
                        Optional.of("{{ messages }}"),
                        GgufHeader.Use.VECTORS,
                        new GgufShape(3, 64, 256, 4, 6, 16, 16, 2),
                        1,
                        2,
                        Files.size(file)),
                GgufHeader.read(file));
    }

    @Test
    void missingFileIsMissing() {
        assertEquals(Code.MODEL_MISSING, failure(folder.resolve("none.gguf")));
    }

    @Test
    void anyBeginningOfAFileIsBroken() throws IOException {
        byte[] whole = Files.readAllBytes(model());
        for (int length = 4; length < whole.length - 24; length++) {
            Path cut = folder.resolve("cut.gguf");
            Files.write(cut, Arrays.copyOf(whole, length));
            assertEquals(Code.MODEL_BROKEN, failure(cut), "cut at " + length);
        }
    }

    @Test
    void fileThatIsSomethingElseIsNoGguf() throws IOException {
        for (String text : List.of("", "GGU", "# A document, not a model\n")) {
            Path other = Files.writeString(folder.resolve("other.gguf"), text);
            assertEquals(Code.MODEL_NOT_GGUF, failure(other), text);
        }
    }

    @Test
    void randomDamageNeverEndsInAnotherException() throws IOException {
        byte[] whole = Files.readAllBytes(model());
        long seed = 20261124;
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            byte[] damaged = whole.clone();
            for (int j = 0; j < 4; j++) {
                damaged[random.nextInt(200)] = (byte) random.nextInt(256);
            }
            Path file = Files.write(folder.resolve("d.gguf"), damaged);
            try {
                assertEquals(whole.length, GgufHeader.read(file).fileBytes());
            } catch (InferenceException e) {
                assertTrue(
                        Set.of(Code.MODEL_BROKEN, Code.MODEL_NOT_GGUF).contains(e.code()),
                        e + ", seed " + seed + ", round " + i);
            }
        }
    }
}
