package org.fumikura.rag.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.fumikura.rag.RagException;
import org.fumikura.rag.eval.RetrievalSet.Question;
import org.fumikura.rag.eval.RetrievalSet.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetrievalSetTest {
    @TempDir Path folder;

    @BeforeEach
    void writeSet() throws IOException {
        write(
                "corpus.jsonl",
                "{\"id\": \"d1\", \"title\": \"T\", \"text\": \"one\"}\n\n{\"id\": 2, \"text\": \"\"}\n");
        write(
                "queries.jsonl",
                "{\"id\": \"q1\", \"text\": \"first\"}\n{\"id\": \"q2\", \"text\": \"second\"}\n");
        write("qrels.tsv", "q1\td1\t2\nq1\t2\t0\n");
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(folder.resolve(file), content);
    }

    private String faultPlace() {
        RagException fault = assertThrows(RagException.class, () -> RetrievalSet.read(folder));
        assertEquals(RagException.Code.EVALUATION_SET_BROKEN, fault.code());
        return folder.relativize(Path.of(fault.detail())).toString();
    }

    @Test
    void readsTextsQuestionsAndJudgements() {
        RetrievalSet set = RetrievalSet.read(folder);
        assertEquals(
                new RetrievalSet(
                        folder.getFileName().toString(),
                        List.of(new Text("d1", "T", "one"), new Text("2", "", "")),
                        List.of(new Question("q1", "first"), new Question("q2", "second")),
                        Map.of("q1", Map.of("d1", 2, "2", 0))),
                set);
    }

    @Test
    void questionsWithoutJudgementsAreNotJudged() {
        assertEquals(List.of(new Question("q1", "first")), RetrievalSet.read(folder).judged());
    }

    @Test
    void aLineThatIsNotJsonIsNamed() throws IOException {
        write("corpus.jsonl", "{\"id\": \"d1\", \"text\": \"one\"}\nnot json\n");
        assertEquals("corpus.jsonl:2", faultPlace());
    }

    @Test
    void aMissingFieldIsNamed() throws IOException {
        write("queries.jsonl", "{\"id\": \"q1\"}\n");
        assertEquals("queries.jsonl:1", faultPlace());
    }

    @Test
    void anIdThatIsThereTwiceIsNamed() throws IOException {
        write(
                "corpus.jsonl",
                "{\"id\": \"d\", \"text\": \"a\"}\n{\"id\": \"d\", \"text\": \"b\"}\n");
        assertEquals("corpus.jsonl:2", faultPlace());
    }

    @Test
    void aGradeThatIsNoNumberIsNamed() throws IOException {
        write("qrels.tsv", "query-id\tcorpus-id\tscore\n");
        assertEquals("qrels.tsv:1", faultPlace());
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Files.delete(folder.resolve("qrels.tsv"));
        assertEquals("qrels.tsv", faultPlace());
    }

    @Test
    void textInAnotherEncodingIsNamed() throws IOException {
        Files.write(folder.resolve("corpus.jsonl"), new byte[] {(byte) 0x83, (byte) 0x65});
        assertEquals("corpus.jsonl", faultPlace());
    }
}
