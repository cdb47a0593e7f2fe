package org.fumikura.rag.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.fumikura.rag.RagException;
import org.fumikura.rag.eval.TrecRun.Hit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrecRunTest {
    @TempDir Path folder;

    private TrecRun read(String lines) throws IOException {
        return TrecRun.read(Files.writeString(folder.resolve("test.run"), lines));
    }

    @Test
    void ordersByScoreWhateverTheRankAndTiesByIdBackwards() throws IOException {
        TrecRun run = read("q Q0 a 1 0.5 x\nq Q0 c 2 0.5 x\nq Q0 b 3 0.9 x\n");
        assertEquals(
                List.of(new Hit("b", 0.9), new Hit("c", 0.5), new Hit("a", 0.5)), run.ranking("q"));
    }

    @Test
    void scoresThatDifferOnlyInDoublePrecisionAreTies() throws IOException {
        TrecRun run = read("q Q0 a 1 0.50000000002 x\nq Q0 b 2 0.50000000001 x\n");
        assertEquals("b", run.ranking("q").getFirst().id());
    }

    @Test
    void readsWhatItWrote() throws IOException {
        TrecRun run = read("q1 Q0 a 1 0.125 x\nq2 Q0 b 1 2 x\nq2 Q0 c 2 1.5 x\n");
        Path copy = folder.resolve("copy.run");
        run.write(copy, "copy");
        assertEquals(run, TrecRun.read(copy));
    }

    @Test
    void judgedQuestionsWithoutARankingCountAsZero() throws IOException {
        TrecRun run = read("q1 Q0 a 1 1 x\n");
        Map<String, Map<String, Integer>> judgements =
                Map.of("q1", Map.of("a", 1), "q2", Map.of("b", 1));
        assertEquals(0.5, run.metrics(judgements).ndcg10());
    }

    @Test
    void aBrokenLineIsNamed() {
        RagException fault =
                assertThrows(RagException.class, () -> read("q Q0 a 1 1 x\nq Q0 b 2 high x\n"));
        assertEquals(RagException.Code.EVALUATION_SET_BROKEN, fault.code());
        assertEquals(folder.resolve("test.run") + ":2", fault.detail());
    }
}
