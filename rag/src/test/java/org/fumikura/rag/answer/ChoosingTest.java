package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fumikura.rag.Scope;
import org.fumikura.rag.Span;
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

    @Test
    void besideTheChoiceStandsWhatIsSaidOfEach() {
        List<Alternative> both =
                ask(FakeWriter.writing("The deposit is 900 euros.")).remarks().alternatives();
        assertEquals(
                List.of("the deposit", "the rent"), both.stream().map(Alternative::name).toList());
        Statement said = both.getFirst().said().orElseThrow();
        assertEquals(BOTH, said.text());
        assertEquals(new Span(Evidence.START, Evidence.START + BOTH.length()), said.span());
        assertEquals(both.getFirst().said(), both.getLast().said());
    }

    @Test
    void whatNoPassageNamesIsSaidToBeMissing() {
        var question =
                new Question(
                        "Which goes to Dr. Amery, the deposit or the toll?",
                        Scope.EVERYTHING,
                        List.of());
        List<Alternative> both =
                FakeWriter.writing("The deposit is 900 euros.")
                        .answer(question, event -> {}, LEASE)
                        .remarks()
                        .alternatives();
        assertEquals(
                List.of(true, false), both.stream().map(each -> each.said().isPresent()).toList());
    }

    @Test
    void aRefusalComparesNothing() {
        assertEquals(Remarks.NONE, ask(FakeWriter.writing(REFUSAL)).remarks());
    }

    private static Answer ask(FakeWriter writer) {
        var question =
                new Question(
                        "Which goes to Dr. Amery, the deposit or the rent?",
                        Scope.EVERYTHING,
                        List.of());
        return writer.answer(question, event -> {}, LEASE);
    }
}
