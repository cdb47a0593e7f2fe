package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fumikura.rag.Scope;
import org.fumikura.rag.answer.Answer.Verdict;
import org.junit.jupiter.api.Test;

/// Questions in another language than the documents.
class RenderingTest {
    private static final Hit FERRY =
            Evidence.hit(1, "渡し船", List.of(), "港は修道士が築きました。渡し船は朝6時に港を出ます。", 0.75);

    @Test
    void anAnswerIsCheckedInTheLanguageOfItsEvidence() {
        FakeWriter writer =
                FakeWriter.writing("The ferry leaves at 6.")
                        .then("渡し船は6時に出ます。")
                        .holding("The ferry leaves at 6.", 0.9);
        Answer answer = ask(writer);
        assertEquals(Verdict.ANSWERED, answer.verdict());
        assertEquals("The ferry leaves at 6.", answer.sentences().getFirst().text());
        assertEquals("渡し船は朝6時に港を出ます。", answer.citations().getFirst().quote());
        assertTrue(
                writer.requests().get(1).messages().toString().contains("The ferry leaves at 6."));
    }

    @Test
    void whatTheModelDoubtsIsRefused() {
        assertEquals(Verdict.ABSTAINED, verdict("The ferry leaves at 6.", "渡し船は6時に出ます。", 0.2));
    }

    @Test
    void aNumberThatTheEvidenceLacksIsRefusedWhateverTheModelThinks() {
        assertEquals(Verdict.ABSTAINED, verdict("The ferry leaves at 9.", "渡し船は9時に出ます。", 0.99));
    }

    @Test
    void somethingElseThanTheEvidenceIsRefusedWhateverTheModelThinks() {
        assertEquals(
                Verdict.ABSTAINED,
                verdict("The mayor sold the lighthouse.", "市長は灯台を売却しました。", 0.99));
    }

    @Test
    void aTranslationThatIsNoneChangesNothing() {
        assertEquals(
                Verdict.ABSTAINED, verdict("The ferry leaves at dawn.", "I cannot do that.", 0.99));
    }

    /// @param held how probable the model holds what it said
    private static Verdict verdict(String said, String translated, double held) {
        return ask(FakeWriter.writing(said).then(translated).holding(said, held)).verdict();
    }

    private static Answer ask(FakeWriter writer) {
        try (GroundedAnswerer answerer = writer.answerer(FERRY)) {
            return answerer.ask(
                            new Question("When does the ferry leave?", Scope.EVERYTHING, List.of()),
                            event -> {})
                    .answer()
                    .join();
        }
    }
}
