package org.fumikura.inference.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.CosineSimilarity;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class LocalEmbeddingModelTest {
    @TempDir static Path natives;

    private final AtomicReference<@Nullable LocalEmbeddingModel> opened = new AtomicReference<>();

    @BeforeAll
    void open() {
        WorkerSettings settings = WorkerSettings.embedding(TestModels.embedder(), 512, natives);
        opened.set(new LocalEmbeddingModel(new Worker(settings), "e5", TestModels.traits()));
    }

    @AfterAll
    void close() {
        model().close();
    }

    private LocalEmbeddingModel model() {
        LocalEmbeddingModel model = opened.get();
        if (model == null) {
            throw new IllegalStateException("not opened");
        }
        return model;
    }

    private double similarity(String query, String passage) {
        return CosineSimilarity.between(
                model().queries().embed(query).content(),
                model().passages().embed(passage).content());
    }

    @Test
    void questionIsNearestToItsPassageInEitherLanguage() {
        double japanese = similarity("東京の人口は？", "東京都の人口は約1400万人です。");
        double english = similarity("東京の人口は？", "Tokyo has about 14 million inhabitants.");
        double unrelated = similarity("東京の人口は？", "The recipe needs two eggs and flour.");
        assertTrue(japanese > 0.87, "japanese " + japanese);
        assertTrue(english > 0.78, "english " + english);
        assertTrue(unrelated < english - 0.05, "unrelated " + unrelated);
    }

    @Test
    void vectorsHaveLengthOneAndTheDeclaredDimension() {
        float[] vector = model().passages().embed("A harbour.").content().vector();
        double squares = 0;
        for (float number : vector) {
            squares += (double) number * number;
        }
        assertEquals(model().passages().dimension(), vector.length);
        assertEquals(1, squares, 1e-4);
    }

    @Test
    void halfWidthAndFullWidthAreTheSameText() {
        assertArrayEquals(
                model().queries().embed("ＡＢＣ１２３ ｶﾀｶﾅ").content().vector(),
                model().queries().embed("ABC123 カタカナ").content().vector());
    }

    @Test
    void overlongTextIsCutNotRefused() {
        String text = "港の灯台は四十メートルの高さがある。".repeat(200);
        var response = model().passages().embedAll(List.of(TextSegment.from(text)));
        assertEquals(1, response.content().size());
        var usage = response.tokenUsage();
        int tokens = usage == null ? 0 : usage.inputTokenCount();
        assertTrue(tokens > 400 && tokens <= 512, "tokens " + tokens);
    }

    @Test
    void everyLengthUpToTheLongestIsEmbedded() {
        int longest = TestModels.traits().maxTokens();
        int reached = 0;
        for (int words = 120;
                reached < longest && words < longest;
                words += words < longest - 70 ? 60 : words < longest - 8 ? 15 : 1) {
            TextSegment text = TextSegment.from("word ".repeat(words));
            var response = model().passages().embedAll(List.of(text));
            var usage = response.tokenUsage();
            reached = usage == null ? 0 : usage.inputTokenCount();
            assertEquals(1, response.content().size());
        }
        assertEquals(longest, reached);
    }

    @Test
    void manyPassagesComeBackInOrder() {
        List<TextSegment> segments =
                IntStream.range(0, 11)
                        .mapToObj(i -> TextSegment.from("Passage number " + i))
                        .toList();
        var all = model().passages().embedAll(segments).content();
        assertEquals(11, all.size());
        assertArrayEquals(
                model().passages().embed("Passage number 7").content().vector(),
                all.get(7).vector());
    }

    @Test
    void noPassagesGiveNoVectors() {
        assertEquals(List.of(), model().passages().embedAll(List.of()).content());
    }
}
