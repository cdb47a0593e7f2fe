package org.fumikura.inference.catalog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fumikura.inference.CancellationToken;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;
import org.fumikura.inference.Progress;
import org.fumikura.inference.gguf.GgufWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelImportTest {
    @TempDir Path folder;

    private final List<Progress> progress = new ArrayList<>();
    private final CancellationToken cancel = new CancellationToken();

    private Path model(String name, String architecture, int fill) throws IOException {
        byte[] weights = new byte[64];
        Arrays.fill(weights, (byte) fill);
        Path file = folder.resolve(name);
        new GgufWriter()
                .text("general.architecture", architecture)
                .text("general.license", "apache-2.0")
                .number("general.file_type", 15)
                .number(architecture + ".context_length", 2048)
                .number(architecture + ".embedding_length", 32)
                .texts(
                        "tokenizer.ggml.tokens",
                        List.of("a".getBytes(StandardCharsets.UTF_8), new byte[0]))
                .tensor(
                        "w",
                        List.of(16L),
                        GgufWriter.TensorType.F32,
                        MemorySegment.ofArray(weights))
                .write(file);
        return file;
    }

    private ModelStore store() {
        var listed =
                new ModelEntry(
                        "listed",
                        ModelRole.CHAT,
                        "Test",
                        "Test",
                        "MIT",
                        List.of("en"),
                        "listed.gguf",
                        1,
                        Optional.of("0".repeat(64)),
                        1,
                        512,
                        "none",
                        RuntimeNeed.EMBEDDED,
                        List.of(4),
                        Optional.empty(),
                        List.of(new Source.Url(java.net.URI.create("http://localhost:1/m"))));
        return new ModelStore(
                folder.resolve("models"),
                new ModelCatalog(
                        new ModelCatalog.Defaults("listed", "listed", "listed"), List.of(listed)));
    }

    private ModelEntry add(Path file) {
        return new ModelImport(store()).add(file, progress::add, cancel);
    }

    private Code failure(Path file) {
        return assertThrows(InferenceException.class, () -> add(file)).code();
    }

    private List<String> files() throws IOException {
        Path models = folder.resolve("models");
        if (!Files.isDirectory(models)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(models)) {
            return all.filter(Files::isRegularFile)
                    .map(path -> models.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void copiesTheFileAndKnowsWhatItSays() throws IOException {
        Path file = model("My Model (final).Q4_K_M.GGUF", "llama", 1);
        byte[] before = Files.readAllBytes(file);
        ModelEntry entry = add(file);
        assertEquals("my-model-final-.q4_k_m", entry.id());
        assertEquals("apache-2.0", entry.licence());
        assertEquals(ModelRole.CHAT, entry.role());
        assertEquals(2048, entry.contextTokens());
        assertEquals(Optional.of(entry), store().find(entry.id()));
        assertTrue(store().installed().contains(entry));
        assertArrayEquals(before, Files.readAllBytes(store().path(entry.id())));
        assertArrayEquals(before, Files.readAllBytes(file));
        assertEquals(ModelStore.Verification.INTACT, store().verify(entry.id()));
        assertEquals(before.length, progress.getLast().done());
    }

    @Test
    void removingTakesTheCopyAndItsNotesAndNotThePersonsFile() throws IOException {
        Path file = model("m.gguf", "qwen3", 1);
        ModelEntry entry = add(file);
        assertEquals(RuntimeNeed.CURRENT, entry.runtime());
        assertEquals(List.of("m.gguf", "m.gguf.json", "m.gguf.sha256"), files());
        store().remove(entry.id());
        assertEquals(List.of(), files());
        assertTrue(Files.exists(file));
        assertEquals(Optional.empty(), store().find(entry.id()));
    }

    @Test
    void encoderBecomesAnEmbedder() throws IOException {
        ModelEntry entry = add(model("multilingual-e5-tiny.gguf", "bert", 1));
        assertEquals(ModelRole.EMBEDDING, entry.role());
        assertEquals(
                new EmbeddingTraits(32, 512, "query: ", "passage: "),
                entry.embedding().orElseThrow());
    }

    @Test
    void sameModelIsNotTakenTwiceAndAnotherOfTheSameNameIs() throws IOException {
        add(model("m.gguf", "llama", 1));
        List<String> once = files();
        assertEquals(Code.MODEL_DUPLICATE, failure(model("copy.gguf", "llama", 1)));
        assertEquals(once, files());
        assertEquals("m-2", add(model("m.gguf", "llama", 2)).id());
    }

    @Test
    void unknownNetworkIsRefused() throws IOException {
        assertEquals(Code.MODEL_UNSUPPORTED, failure(model("m.gguf", "whisper", 1)));
        assertEquals(List.of(), files());
    }

    @Test
    void cutOffAndForeignAndMissingFilesAreRefused() throws IOException {
        byte[] whole = Files.readAllBytes(model("m.gguf", "llama", 1));
        Path cut = Files.write(folder.resolve("c.gguf"), Arrays.copyOf(whole, whole.length - 40));
        assertEquals(Code.MODEL_BROKEN, failure(cut));
        Path text = Files.writeString(folder.resolve("t.gguf"), "not a model");
        assertEquals(Code.MODEL_NOT_GGUF, failure(text));
        assertEquals(Code.IO_FAILED, failure(folder.resolve("none.gguf")));
        assertEquals(Code.IO_FAILED, failure(folder));
        assertEquals(List.of(), files());
    }

    @Test
    void cancelledCopyLeavesNothing() throws IOException {
        Path file = model("m.gguf", "llama", 1);
        cancel.cancel();
        assertEquals(Code.CANCELLED, failure(file));
        assertEquals(List.of(), files());
    }
}
