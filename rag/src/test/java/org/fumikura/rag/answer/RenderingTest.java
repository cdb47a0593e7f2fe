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
        assertEquals(
                Verdict.ABSTAINED,
                ask(FakeWriter.writing("The ferry leaves at 6.")
                                .then("渡し船は6時に出ます。")
                                .holding("The ferry leaves at 6.", 0.2))
                        .verdict());
    }

    @Test
    void aNumberThatTheEvidenceLacksIsRefusedWhateverTheModelThinks() {
        assertEquals(
                Verdict.ABSTAINED,
                ask(FakeWriter.writing("The ferry leaves at 9.")
                                .then("渡し船は9時に出ます。")
                                .holding("The ferry leaves at 9.", 0.99))
                        .verdict());
    }

    @Test
    void somethingElseThanTheEvidenceIsRefusedWhateverTheModelThinks() {
        assertEquals(
                Verdict.ABSTAINED,
                ask(FakeWriter.writing("The mayor sold the lighthouse.")
                                .then("市長は灯台を売却しました。")
                                .holding("The mayor sold the lighthouse.", 0.99))
                        .verdict());
    }

    @Test
    void aTranslationThatIsNoneChangesNothing() {
        assertEquals(
                Verdict.ABSTAINED,
                ask(FakeWriter.writing("The ferry leaves at dawn.")
                                .then("I cannot do that.")
                                .holding("The ferry leaves at dawn.", 0.99))
                        .verdict());
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
