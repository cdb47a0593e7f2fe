package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.fumikura.rag.Scope;
import org.fumikura.rag.answer.Answer.Verdict;
import org.junit.jupiter.api.Test;

/// What becomes of an answer to a question for the larger of two.
class ReckoningTest {
    private static final String RENT = "The rent is 450 euros.";
    private static final String DEPOSIT = "The deposit is 900 euros.";
    private static final Hit LEASE = Evidence.hit(1, RENT + " " + DEPOSIT);
    private static final String VALUES = "the rent: 450 euros\nthe deposit: 900 euros\n";

    @Test
    void theWrongOneIsPutRight() {
        FakeWriter writer = FakeWriter.writing(RENT).then(VALUES);
        Answer answer = ask(writer);
        assertEquals("the deposit [1]", answer.text());
        assertEquals(DEPOSIT, answer.citations().getFirst().quote());
        String asked = writer.requests().getLast().messages().getLast().toString();
        assertTrue(asked.contains("Write down for each what the question compares."), asked);
    }

    @Test
    void theWrongOneIsNotShownBefore() {
        var told = new ArrayList<AnswerEvent>();
        FakeWriter writer = FakeWriter.writing(RENT + " " + DEPOSIT).then(VALUES);
        assertEquals("the deposit [1]", ask(writer, told::add).text());
        assertTrue(told.stream().noneMatch(AnswerEvent.Checked.class::isInstance), told::toString);
    }

    @Test
    void theRightOneStaysAsItWasWritten() {
        FakeWriter writer = FakeWriter.writing(DEPOSIT).then(VALUES);
        assertEquals(DEPOSIT + " [1]", ask(writer).text());
        assertEquals(2, writer.calls());
    }

    @Test
    void aValueThatStandsBesideTheOtherTellsNothing() {
        FakeWriter writer =
                FakeWriter.writing(RENT).then("the rent: 950 euros\nthe deposit: 900 euros\n");
        assertEquals(RENT + " [1]", ask(writer).text());
    }

    @Test
    void whatStandsBeforeANameIsNotSaidOfIt() {
        Hit roof =
                Evidence.hit(
                        1,
                        "Plan A mends the roof. It takes 6 weeks. Plan B seals it. It takes 2 weeks.");
        var question =
                new Question("Which takes longer, Plan A or Plan B?", Scope.EVERYTHING, List.of());
        String swapped = "Plan A: 2 weeks\nPlan B: 6 weeks\n";
        FakeWriter wrong = FakeWriter.writing("Plan A mends the roof.").then(swapped);
        assertEquals("Plan A [1]", wrong.answer(question, _ -> {}, roof).text());

        String right = "Plan A: 6 weeks\nPlan B: 2 weeks\n";
        FakeWriter writer = FakeWriter.writing("Plan B seals it.").then(right);
        Answer answer = writer.answer(question, _ -> {}, roof);
        assertEquals("Plan A [1]", answer.text());
        assertEquals(
                List.of(
                        "Plan A mends the roof. It takes 6 weeks.",
                        "Plan B seals it. It takes 2 weeks."),
                answer.remarks().alternatives().stream()
                        .map(each -> each.said().orElseThrow().text())
                        .toList());
    }

    @Test
    void aModelThatKeepsToNoLinesTellsNothing() {
        FakeWriter writer = FakeWriter.writing(RENT).then("I would say the deposit.");
        assertEquals(RENT + " [1]", ask(writer).text());
    }

    @Test
    void aRefusalIsBelievedIfTheModelDoesNotHoldThatThePassagesAnswer() {
        FakeWriter writer =
                FakeWriter.writing("Not found in the documents.")
                        .then(VALUES)
                        .holdingQuestionsAnswered(0.4);
        assertEquals(Verdict.ABSTAINED, ask(writer).verdict());
        assertEquals(1, writer.calls());
    }

    private static Answer ask(FakeWriter writer) {
        return ask(writer, _ -> {});
    }

    private static Answer ask(FakeWriter writer, Consumer<AnswerEvent> listener) {
        var question =
                new Question(
                        "Which is higher, the rent or the deposit?", Scope.EVERYTHING, List.of());
        return writer.answer(question, listener, LEASE);
    }
}
