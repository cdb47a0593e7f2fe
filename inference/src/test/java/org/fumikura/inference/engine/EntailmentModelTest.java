package org.fumikura.inference.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.langchain4j.data.segment.TextSegment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.fumikura.inference.CancellationToken;
import org.fumikura.inference.catalog.ModelCatalog;
import org.fumikura.inference.catalog.ModelEntry;
import org.fumikura.inference.catalog.ModelImport;
import org.fumikura.inference.catalog.ModelRole;
import org.fumikura.inference.catalog.ModelStore;
import org.fumikura.inference.catalog.RuntimeNeed;
import org.fumikura.inference.gguf.GgufHeader;
import org.fumikura.inference.gguf.TestReranker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whether one text follows from another, through the worker. The model is an embedder with a
/// made-up head: what it says means nothing, but it says it of this claim and this passage.
class EntailmentModelTest {
    private static final int MAX_TOKENS = 256;
    private static final String PASSAGE = "The harbour is closed in winter.";
    private static final String CLAIM = "No ship comes in January.";

    @TempDir private Path folder;

    private Path file(String... labels) throws IOException {
        return TestReranker.write(
                TestModels.embedder(),
                folder.resolve(String.join("-", labels) + ".gguf"),
                List.of(labels));
    }

    private double follows(Path file, String claim, String passage) {
        WorkerSettings settings =
                WorkerSettings.scoring(file, MAX_TOKENS, folder.resolve("native"))
                        .withRuntimeFolder(TestRuntime.folder());
        try (var model = new LocalScoringModel(new Worker(settings), MAX_TOKENS)) {
            return model.scoreAll(List.of(TextSegment.from(passage)), claim).content().getFirst();
        }
    }

    @Test
    void theHeaderSaysWhatItIsFor() throws IOException {
        assertEquals(
                GgufHeader.Use.ENTAILMENT,
                GgufHeader.read(file("entailment", "neutral", "contradiction")).use());
        assertEquals(
                GgufHeader.Use.SCORES, GgufHeader.read(file("not_entailment", "LABEL_1")).use());
    }

    @Test
    void aPersonsOwnIsTakenInAsOne() throws IOException {
        var store = new ModelStore(folder.resolve("models"), ModelCatalog.bundled());
        ModelEntry entry =
                new ModelImport(store)
                        .add(
                                file("entailment", "neutral", "contradiction"),
                                _ -> {},
                                new CancellationToken());
        assertEquals(ModelRole.ENTAILMENT, entry.role());
        assertEquals(RuntimeNeed.CURRENT, entry.runtime());
    }

    @Test
    void theClassesShareTheWholeOfIt() throws IOException {
        double first = follows(file("entailment", "neutral", "contradiction"), CLAIM, PASSAGE);
        double second = follows(file("neutral", "Entailment", "contradiction"), CLAIM, PASSAGE);
        double third = follows(file("neutral", "contradiction", "ENTAILED"), CLAIM, PASSAGE);
        assertEquals(1, first + second + third, 1e-3);
        assertTrue(first > 0 && second > 0 && third > 0);
        assertNotEquals(first, second, 1e-6);
    }

    @Test
    void claimAndPassageAreNotTheSame() throws IOException {
        Path file = file("entailment", "neutral", "contradiction");
        assertNotEquals(follows(file, CLAIM, PASSAGE), follows(file, PASSAGE, CLAIM), 1e-6);
    }

    @Test
    void aLongPassageIsCutAndTheClaimIsNot() throws IOException {
        Path file = file("entailment", "neutral", "contradiction");
        String passage = PASSAGE.repeat(200);
        assertEquals(
                follows(file, CLAIM, passage), follows(file, CLAIM, passage + "And so on."), 1e-6);
        assertNotEquals(follows(file, CLAIM, passage), follows(file, "Ships do.", passage), 1e-6);
    }
}
