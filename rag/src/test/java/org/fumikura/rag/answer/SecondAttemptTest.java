package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fumikura.rag.Scope;
import org.fumikura.rag.answer.Answer.Verdict;
import org.junit.jupiter.api.Test;

/// What becomes of a refusal.
class SecondAttemptTest {
    private static final String REFUSAL = "Not found in the documents.";
    private static final String TRUE = "The kettle whistles at noon.";
    private static final Hit KETTLE = Evidence.hit(1, TRUE + " Dr. Amery bought it in 1998.");

    @Test
    void aModelThatHoldsThatThePassagesAnswerIsAskedAgain() {
        FakeWriter writer = FakeWriter.writing(REFUSAL).then(TRUE).holdingQuestionsAnswered(0.9);
        Answer answer = ask(writer);
        assertEquals(Verdict.ANSWERED, answer.verdict());
        assertEquals(TRUE + " [1]", answer.text());
        assertEquals(TRUE, answer.reply());
        String second = writer.requests().getLast().messages().getLast().toString();
        assertTrue(second.contains("The passages do answer it."), second);
        assertEquals(
                writer.requests().getFirst().messages().getFirst(),
                writer.requests().getLast().messages().getFirst());
    }

    @Test
    void aModelThatDoesNotIsBelieved() {
        FakeWriter writer = FakeWriter.writing(REFUSAL).then(TRUE).holdingQuestionsAnswered(0.6);
        assertEquals(Verdict.ABSTAINED, ask(writer).verdict());
        assertEquals(1, writer.calls());
    }

    @Test
    void aModelThatCannotTellIsBelieved() {
        FakeWriter writer = FakeWriter.writing(REFUSAL).then(TRUE);
        assertEquals(Verdict.ABSTAINED, ask(writer).verdict());
        assertEquals(1, writer.calls());
    }

    @Test
    void aModelThatRepeatsTheQuestionIsAskedAgain() {
        FakeWriter writer =
                FakeWriter.writing("The kettle.").then(TRUE).holdingQuestionsAnswered(0.9);
        assertEquals(TRUE + " [1]", ask(writer).text());
        assertEquals(2, writer.calls());
    }

    @Test
    void whatItThenMakesUpIsNotShown() {
        FakeWriter writer =
                FakeWriter.writing(REFUSAL)
                        .then("Monks painted the kettle turquoise in 1432.")
                        .holdingQuestionsAnswered(0.9);
        Answer answer = ask(writer);
        assertEquals(Verdict.ABSTAINED, answer.verdict());
        assertEquals("", answer.text());
        assertEquals(2, writer.calls());
    }

    @Test
    void anAnswerIsNotAskedForAgain() {
        FakeWriter writer =
                FakeWriter.writing(TRUE).then("Penguins swim.").holdingQuestionsAnswered(0.9);
        assertEquals(TRUE + " [1]", ask(writer).text());
        assertEquals(1, writer.calls());
    }

    private static Answer ask(FakeWriter writer) {
        var question = new Question("When does the kettle whistle?", Scope.EVERYTHING, List.of());
        return writer.answer(question, event -> {}, KETTLE);
    }
}
