package org.fumikura.rag.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fumikura.rag.eval.PageSet.FoundPage;
import org.fumikura.rag.eval.PageSet.PageQuestion;
import org.fumikura.rag.eval.RetrievalSet.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageEvaluationTest {
    @TempDir Path folder;

    @Test
    void readsQuestionsWithTheirPagesAndThoseWithoutAnswer() throws IOException {
        Files.writeString(
                folder.resolve("queries.jsonl"),
                "{\"id\":\"a\",\"text\":\"where?\",\"doc\":\"sub/x.pdf\",\"page\":3,\"domain\":\"-\"}");
        Files.writeString(folder.resolve("no_answer.jsonl"), "{\"id\":\"n\",\"text\":\"why?\"}");
        assertEquals(
                new PageSet(
                        folder.resolve("documents"),
                        List.of(new PageQuestion("a", "where?", new FoundPage("sub/x.pdf", 3))),
                        List.of(new Question("n", "why?"))),
                PageSet.read(folder));
    }

    @Test
    void aPageFoundThroughSeveralPassagesCountsOnce() {
        PageSet set =
                new PageSet(
                        folder,
                        List.of(
                                new PageQuestion("a", "first", new FoundPage("x", 2)),
                                new PageQuestion("b", "second", new FoundPage("x", 2))),
                        List.of());
        FoundPage gold = new FoundPage("x", 2);
        FoundPage other = new FoundPage("x", 1);
        RankingMetrics metrics =
                PageEvaluation.of(
                        set,
                        question ->
                                question.equals("first")
                                        ? List.of(gold, other)
                                        : List.of(other, other, other, gold));
        assertEquals(0.5, metrics.hit1());
        assertEquals(1, metrics.hit5());
        assertEquals((1 + Math.log(2) / Math.log(3)) / 2, metrics.ndcg10(), 1e-12);
    }
}
