package org.fumikura.rag.retrieve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
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
        assertEquals(Optional.empty(), new CommonDirection(index).of(lengths));
        assertEquals(List.of(), lengths.embedded);
    }

    @Test
    void theMeanOfSentencesIsMadeOnceAndAgainWhenThereIsTwiceAsMuch() {
        put(0, 40, "The harbour is closed in winter, and so is the pier.");
        var common = new CommonDirection(index);
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
        assertTrue(new CommonDirection(index).of(lengths).isPresent());
        for (String text : lengths.embedded) {
            assertTrue(text.length() <= 250, text);
            assertTrue(text.matches(".*(the|lighthouse|keeper|writes)"), text);
        }
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
