package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fumikura.rag.Scope;
import org.fumikura.rag.answer.Answer.Verdict;
import org.junit.jupiter.api.Test;

/// What becomes of an answer to a question for one of two.
class ChoosingTest {
    private static final String REFUSAL = "Not found in the documents.";
    private static final String BOTH = "The deposit is 900 euros and the rent is 450 euros.";
    private static final Hit LEASE = Evidence.hit(1, BOTH + " Both are paid to Dr. Amery.");

    @Test
    void oneThatTellsOfBothIsAskedForItsChoice() {
        FakeWriter writer = FakeWriter.writing(BOTH).then("the deposit");
        assertEquals("the deposit [1]", ask(writer).text());
        String asked = writer.requests().getLast().messages().getLast().toString();
        assertTrue(asked.contains("Answer with \"the deposit\" or \"the rent\" alone."), asked);
    }

    @Test
    void oneThatChoosesIsLeftAsItIs() {
        FakeWriter writer = FakeWriter.writing("The deposit is 900 euros.").then("the rent");
        assertEquals("The deposit is 900 euros. [1]", ask(writer).text());
        assertEquals(1, writer.calls());
    }

    @Test
    void oneThatDoesNotChooseThenEitherIsLeftAsItIs() {
        FakeWriter writer = FakeWriter.writing(BOTH).then("Dr. Amery");
        assertEquals(BOTH + " [1]", ask(writer).text());
        assertEquals(2, writer.calls());
    }

    @Test
    void aRefusalIsBelievedIfTheModelDoesNotHoldThatThePassagesAnswer() {
        FakeWriter writer =
                FakeWriter.writing(REFUSAL).then("the deposit").holdingQuestionsAnswered(0.4);
        assertEquals(Verdict.ABSTAINED, ask(writer).verdict());
        assertEquals(1, writer.calls());
    }

    @Test
    void elseItIsAskedForItsChoice() {
        FakeWriter writer =
                FakeWriter.writing(REFUSAL)
                        .then(REFUSAL)
                        .then("the deposit")
                        .holdingQuestionsAnswered(0.9);
        assertEquals("the deposit [1]", ask(writer).text());
        assertEquals(3, writer.calls());
    }

    private static Answer ask(FakeWriter writer) {
        var question =
                new Question(
                        "Which is higher, the deposit or the rent?", Scope.EVERYTHING, List.of());
        return writer.answer(question, event -> {}, LEASE);
    }
}
