package org.fumikura.tests.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.fumikura.app.Composition;
import org.fumikura.app.models.ModelCard;
import org.fumikura.inference.catalog.ModelCatalog;
import org.fumikura.tests.endtoend.Terminal.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The models as the command line shows and changes them.
class ModelCommandsTest {
    private static final String SMALL = ModelCatalog.bundled().defaults().test();

    @TempDir private Path data;
    @TempDir private Path given;

    @Test
    void statusSaysWhatIsThereAndWhatModelsRunOn() {
        Run run = new Terminal(TestHome.withoutModels(data)).run("status", "--json");
        assertEquals(0, run.code(), run.err());
        JsonNode status = run.json().getFirst();
        assertEquals(data.toAbsolutePath().toString(), status.get("home").asText());
        assertEquals(0, status.get("library").get("files").asInt());
        assertEquals("missing", status.get("models").get(0).get("state").asText());
        assertEquals("embedded", status.get("runtime").get("kind").asText());
        assertFalse(status.get("runtime").get("reason").asText().isEmpty());
    }

    @Test
    void statusTriesTheRuntime() {
        Run run = new Terminal(TestHome.at(data)).run("status", "--json");
        assertEquals(0, run.code(), run.err());
        JsonNode runtime = run.json().getFirst().get("runtime");
        assertTrue(
                List.of("works", "not_installed", "not_offered")
                        .contains(runtime.get("reason").asText()),
                runtime.toString());
        assertTrue(runtime.get("version").asText().contains("llama.cpp"), runtime.toString());
    }

    @Test
    void statusCountsTheLibraryWhileItIsOpenElsewhere() throws IOException {
        Path file = Files.writeString(given.resolve("mill.md"), "The mill was built in 1742.");
        var terminal = new Terminal(TestHome.withoutModels(data));
        assertEquals(0, terminal.run("add", file.toString()).code());
        try (var _ = Composition.open(TestHome.withoutModels(data))) {
            Run run = terminal.run("status", "--json");
            assertEquals(0, run.code(), run.err());
            assertEquals(1, run.json().getFirst().get("library").get("files").asInt());
        }
    }

    @Test
    void aModelFileIsTakenInUsedAndRemoved() throws IOException {
        Path file = Files.copy(TestHome.model(SMALL), given.resolve("mine.gguf"));
        var terminal = new Terminal(TestHome.withoutModels(data));
        assertEquals(0, terminal.run("models", "import", file.toString()).code());
        assertEquals(1, terminal.run("models", "import", file.toString()).code());
        assertEquals(0, terminal.run("models", "verify", SMALL).code());
        Run use = terminal.run("models", "use", SMALL, "--role", "embedding");
        assertEquals(3, use.code());
        assertFalse(use.err().isBlank());
        assertEquals(0, terminal.run("models", "use", SMALL).code());
        JsonNode model = model(terminal, SMALL);
        assertTrue(model.get("chosen").asBoolean());
        assertEquals("llama", model.get("architecture").asText());
        assertEquals("Q4_1", model.get("quantization").asText());
        assertEquals(8192, model.get("context_tokens").asInt());
        assertTrue(model.get("need_bytes").asLong() > model.get("size_bytes").asLong());
        assertEquals(0, terminal.run("models", "remove", SMALL).code());
        assertTrue(Files.exists(file));
        assertFalse(Files.exists(data.resolve("models").resolve(SMALL + ".gguf")));
    }

    @Test
    void aLentModelIsForgottenAtTheNextStart() {
        String other = ModelCatalog.bundled().defaults().chat();
        try (Composition services = TestHome.open(data)) {
            services.models().lend(other);
            assertEquals(other, services.models().chosen(ModelCard.Role.CHAT).id());
            services.models().giveBack();
            assertEquals(SMALL, services.models().chosen(ModelCard.Role.CHAT).id());
            services.models().lend(other);
        }
        try (Composition services = Composition.open(TestHome.at(data))) {
            assertEquals(SMALL, services.models().chosen(ModelCard.Role.CHAT).id());
            services.models().lend(SMALL);
            services.models().choose(other);
            services.models().giveBack();
            assertEquals(other, services.models().chosen(ModelCard.Role.CHAT).id());
        }
    }

    @Test
    void filesThatAreNoModelsAreNamedAndLeaveNothing() throws IOException {
        Path text = Files.writeString(given.resolve("text.gguf"), "no model");
        Path cut = given.resolve("cut.gguf");
        byte[] whole = Files.readAllBytes(TestHome.model(SMALL));
        Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
        Run run =
                new Terminal(TestHome.withoutModels(data))
                        .run("models", "import", text.toString(), cut.toString());
        assertEquals(1, run.code());
        assertTrue(run.err().contains(text.toString()), run.err());
        assertTrue(run.err().contains(cut.toString()), run.err());
        assertFalse(Files.exists(data.resolve("models")));
    }

    @Test
    void aServerThatIsNotThereIsNotAdded() {
        var terminal = new Terminal(TestHome.withoutModels(data));
        Run run = terminal.run("models", "add-endpoint", "gone", "http://localhost:1/v1");
        assertEquals(3, run.code());
        assertTrue(run.err().contains("http://localhost:1/v1"), run.err());
        assertEquals(2, terminal.run("models", "add-endpoint", "gone", "ftp://a").code());
        assertEquals(3, terminal.run("models", "use", "endpoint:gone").code());
    }

    private static JsonNode model(Terminal terminal, String id) {
        return terminal.run("models", "list", "--json").json().stream()
                .filter(model -> model.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
