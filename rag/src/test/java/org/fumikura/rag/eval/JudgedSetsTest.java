package org.fumikura.rag.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fumikura.rag.RagException;
import org.fumikura.rag.answer.AnswerSettings;
import org.fumikura.rag.answer.Verification;
import org.fumikura.rag.eval.JudgedSentence.JudgedPassage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgedSetsTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void aLineHoldsASentenceItsPassagesAndALabel() throws IOException {
        Path file =
                write(
                        """
                        {"id":"a","sentence":"It rains.","passages":[{"id":"p","text":"Rain."}],"label":"supported"}
                        """);
        assertEquals(
                List.of(
                        new JudgedSentence(
                                "a", "It rains.", List.of(new JudgedPassage("p", "Rain.")), true)),
                JudgedSentence.read(file));
    }

    @Test
    void anUnknownLabelIsToldWithItsLine() throws IOException {
        Path file =
                write("{\"id\":\"a\",\"sentence\":\"x\",\"passages\":[],\"label\":\"maybe\"}\n");
        var fault = assertThrows(RagException.class, () -> JudgedSentence.read(file));
        assertEquals(file + ":1", fault.detail());
    }

    @Test
    void aQuestionWithoutAnAnswerIsUnanswerable() throws IOException {
        Path file =
                write(
                        """
                        {"id":"a","question":"When?","passages":[{"id":"p","text":"At noon."}],"answers":["noon"],"supporting":["p"]}
                        {"id":"b","question":"When?","passages":[{"id":"q","text":"Fish."}],"answers":[],"supporting":[]}
                        """);
        List<JudgedAnswer> read = JudgedAnswer.read(file);
        assertEquals(List.of(true, false), read.stream().map(JudgedAnswer::answerable).toList());
        assertEquals(Set.of("p"), read.getFirst().supporting());
    }

    @Test
    void theFiguresCountUnsupportedSentences() {
        var passage = List.of(new JudgedPassage("p", "The kettle whistles at noon."));
        var set =
                List.of(
                        new JudgedSentence("1", "The kettle whistles at noon.", passage, true),
                        new JudgedSentence("2", "Camels cross deserts slowly.", passage, false),
                        // Right, and said in other words: marked wrongly.
                        new JudgedSentence("3", "Midday brings a shrill sound.", passage, true),
                        // Wrong, and said in the same words: missed.
                        new JudgedSentence(
                                "4", "The noon whistles at the kettle.", passage, false));
        var heard = new ArrayList<String>();
        try (var verification = Verification.byWords(AnswerSettings.LAPTOP)) {
            var result =
                    VerificationEvaluation.of(
                            set, verification, (sentence, _) -> heard.add(sentence.id()));
            assertEquals(4, result.pairs());
            assertEquals(0.5, result.accuracy());
            assertEquals(0.5, result.precision());
            assertEquals(0.5, result.recall());
            assertEquals(0.5, result.f1());
        }
        assertEquals(List.of("1", "2", "3", "4"), heard);
    }

    private Path write(String lines) throws IOException {
        return Files.writeString(folder.resolve("set.jsonl"), lines);
    }
}
