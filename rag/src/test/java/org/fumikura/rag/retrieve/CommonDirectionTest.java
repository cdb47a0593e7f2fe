package org.fumikura.rag.retrieve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.Span;
import org.fumikura.rag.index.IndexSettings;
import org.fumikura.rag.index.LucenePassageIndex;
import org.fumikura.rag.index.PassageIndex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommonDirectionTest {
    @TempDir Path folder;

    private final Lengths lengths = new Lengths();
    private PassageIndex index;

    @BeforeEach
    void openIndex() {
        index = LucenePassageIndex.open(folder, new IndexSettings("lengths", 2, 1));
    }

    @AfterEach
    void closeIndex() {
        index.close();
    }

    private void put(int from, int to, String text) {
        for (int i = from; i < to; i++) {
            var document = new DocumentId(DigestUtils.sha256Hex("document " + i));
            String words = i + " " + text;
            var passage =
                    new Passage(
                            new PassageId(document, 1, 0),
                            1,
                            new Span(0, words.length()),
                            List.of(),
                            words);
            index.replace(document, "", List.of(passage));
        }
        index.commit();
    }

    @Test
    void fewSentencesAndJapaneseOnesTellNothing() {
        put(0, 10, "The harbour is closed in winter, and so is the pier.");
        put(10, 60, "港は冬のあいだ閉まっていて、桟橋も同じように閉まっている。");
        assertEquals(Optional.empty(), new CommonDirection(index, Optional.empty()).of(lengths));
        assertEquals(List.of(), lengths.embedded);
    }

    @Test
    void theMeanOfSentencesIsMadeOnceAndAgainWhenThereIsTwiceAsMuch() {
        put(0, 40, "The harbour is closed in winter, and so is the pier.");
        var common = new CommonDirection(index, Optional.empty());
        float[] direction = common.of(lengths).orElseThrow();
        assertArrayEquals(new float[] {1, 0}, direction, 1e-6f);
        assertEquals(40, lengths.embedded.size());
        put(40, 80, "The harbour is closed in winter, and so is the pier.");
        assertTrue(common.of(lengths).isPresent());
        assertEquals(40, lengths.embedded.size());
        put(80, 90, "The harbour is closed in winter, and so is the pier.");
        assertTrue(common.of(lengths).isPresent());
        assertEquals(40 + 90, lengths.embedded.size());
    }

    @Test
    void aLongSentenceIsCutBetweenWords() {
        put(0, 40, "the lighthouse keeper writes ".repeat(30));
        assertTrue(new CommonDirection(index, Optional.empty()).of(lengths).isPresent());
        for (String text : lengths.embedded) {
            assertTrue(text.length() <= 250, text);
            assertTrue(text.matches(".*(the|lighthouse|keeper|writes)"), text);
        }
    }

    @Test
    void whatIsKeptOnTheDiskServesTheNextProcess() throws IOException {
        put(0, 40, "The harbour is closed in winter, and so is the pier.");
        Path file = folder.resolve("direction");
        float[] made = of(file, lengths).orElseThrow();
        assertEquals(40, lengths.embedded.size());
        assertArrayEquals(made, of(file, lengths).orElseThrow());
        assertEquals(40, lengths.embedded.size());

        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertArrayEquals(made, of(file, lengths).orElseThrow());
        assertEquals(80, lengths.embedded.size());

        Files.write(file, new byte[3]);
        assertArrayEquals(made, of(file, lengths).orElseThrow());
        assertEquals(120, lengths.embedded.size());
    }

    @Test
    void whatWasKeptForAnotherModelOrFewerPassagesIsMadeAnew() {
        put(0, 40, "The harbour is closed in winter, and so is the pier.");
        Path file = folder.resolve("direction");
        assertTrue(of(file, lengths).isPresent());
        var other = new Lengths("other");
        assertTrue(of(file, other).isPresent());
        assertEquals(40, other.embedded.size());
        put(40, 90, "The harbour is closed in winter, and so is the pier.");
        assertTrue(of(file, other).isPresent());
        assertEquals(40 + 90, other.embedded.size());
    }

    @Test
    void whereNothingCanBeWrittenItIsMadeEachTime() {
        put(0, 40, "The harbour is closed in winter, and so is the pier.");
        Path nowhere = folder.resolve("missing/direction");
        assertTrue(of(nowhere, lengths).isPresent());
        assertTrue(of(nowhere, lengths).isPresent());
        assertEquals(80, lengths.embedded.size());
    }

    /// As the next process finds it.
    private Optional<float[]> of(Path file, EmbeddingModel model) {
        return new CommonDirection(index, Optional.of(file)).of(model);
    }

    @Test
    void aSampleComesFromAllOverTheIndex() {
        put(0, 100, "words");
        assertEquals(10, index.sample(10).size());
        assertEquals(100, index.sample(1000).size());
        assertEquals(index.sample(10), index.sample(10));
        List<Integer> numbers =
                index.sample(10).stream()
                        .map(passage -> Integer.parseInt(passage.text().split(" ")[0]) / 10)
                        .distinct()
                        .toList();
        assertTrue(numbers.size() >= 8, numbers::toString);
    }

    /// Every text lies in one direction; remembers what it was asked.
    private static final class Lengths implements EmbeddingModel {
        private final List<String> embedded = new ArrayList<>();
        private final String name;

        Lengths() {
            this("lengths");
        }

        Lengths(String name) {
            this.name = name;
        }

        @Override
        public String modelName() {
            return name;
        }

        @Override
        public Response<List<Embedding>> embedAll(List<TextSegment> texts) {
            texts.forEach(text -> embedded.add(text.text()));
            return Response.from(
                    texts.stream().map(_ -> Embedding.from(new float[] {1, 0})).toList());
        }

        @Override
        public int dimension() {
            return 2;
        }
    }
}
