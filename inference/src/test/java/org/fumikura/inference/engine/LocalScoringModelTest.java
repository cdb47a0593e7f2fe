package org.fumikura.inference.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.langchain4j.data.segment.TextSegment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.gguf.GgufHeader;
import org.fumikura.inference.gguf.TestReranker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Scores through the worker. The reranker is an embedder with a made-up head: its scores mean
/// nothing, but each is of this question with this passage.
class LocalScoringModelTest {
    private static final int MAX_TOKENS = 256;

    @TempDir private Path folder;
    private Path file;
    private LocalScoringModel model;

    @BeforeEach
    void start() throws IOException {
        file = TestReranker.write(TestModels.embedder(), folder.resolve("reranker.gguf"));
        model = open(settings().withRuntimeFolder(TestRuntime.folder()));
    }

    @AfterEach
    void close() {
        model.close();
    }

    private WorkerSettings settings() {
        return WorkerSettings.scoring(file, MAX_TOKENS, folder.resolve("native"));
    }

    private static LocalScoringModel open(WorkerSettings settings) {
        return new LocalScoringModel(new Worker(settings), MAX_TOKENS);
    }

    private List<Double> scores(String question, String... passages) {
        return model.scoreAll(Arrays.stream(passages).map(TextSegment::from).toList(), question)
                .content();
    }

    @Test
    void theHeaderSaysWhatItIsFor() {
        assertEquals(GgufHeader.Use.SCORES, GgufHeader.read(file).use());
    }

    @Test
    void eachPassageHasTheScoreItHasAlone() {
        String question = "When is the harbour closed?";
        List<Double> together =
                scores(question, "The harbour is closed in winter.", "港は冬に閉まる。", "Two eggs.");
        assertEquals(3, together.size());
        assertEquals(3, together.stream().distinct().count());
        assertEquals(together.get(1), scores(question, "港は冬に閉まる。").getFirst(), 1e-3);
        assertEquals(together.get(2), scores(question, "Two eggs.").getFirst(), 1e-3);
    }

    @Test
    void questionAndPassageAreNotTheSame() {
        assertNotEquals(scores("港", "灯台").getFirst(), scores("灯台", "港").getFirst(), 1e-6);
        assertEquals(List.of(), scores("港"));
    }

    @Test
    void longTextsAreCutAndTheQuestionIsNot() {
        String passage = "The harbour is closed in winter. ".repeat(200);
        double one = scores("When?", passage).getFirst();
        assertEquals(one, scores("When?", passage + "And in spring.").getFirst(), 1e-6);
        assertNotEquals(one, scores("Where?", passage).getFirst(), 1e-6);
        assertTrue(Double.isFinite(scores("when ".repeat(2000), passage).getFirst()));
    }

    @Test
    void theEmbeddedRuntimeSaysThatItCannot() {
        try (LocalScoringModel embedded = open(settings())) {
            InferenceException fault =
                    assertThrows(
                            InferenceException.class,
                            () -> embedded.scoreAll(List.of(TextSegment.from("a")), "q"));
            assertEquals(InferenceException.Code.UNSUPPORTED, fault.code());
        }
    }
}
