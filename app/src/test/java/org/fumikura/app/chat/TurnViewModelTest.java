package org.fumikura.app.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.fumikura.app.fakes.Answers;
import org.fumikura.rag.answer.AnswerEvent;
import org.fumikura.rag.answer.Grounding;
import org.fumikura.rag.chat.Turn;
import org.junit.jupiter.api.Test;

class TurnViewModelTest {
    private static final String QUESTION = "How high is the deposit?";
    private static final String THOUGHTS = "Rent or deposit?";

    @Test
    void thoughtsAreShownBesideTheAnswer() {
        var turn = new TurnViewModel(QUESTION, Grounding.STRICT);
        turn.apply(
                List.of(
                        new AnswerEvent.Found(List.of(Answers.hit())),
                        new AnswerEvent.Thought("Rent or "),
                        new AnswerEvent.Thought("deposit?")));
        assertEquals(new TurnState.Thinking(), turn.state().get());
        assertEquals(THOUGHTS, turn.thoughts().get());

        turn.apply(List.of(new AnswerEvent.Finished(Answers.thoughtOut(QUESTION, "Rent, no."))));
        assertEquals("Rent, no.", turn.thoughts().get(), "what the answer is kept with counts");
    }

    @Test
    void thoughtsOfAnEarlierAnswerAreThereAgain() {
        var kept = new Turn(7, Instant.EPOCH, Answers.thoughtOut(QUESTION, THOUGHTS), List.of());
        assertEquals(THOUGHTS, new TurnViewModel(kept).thoughts().get());
    }

    @Test
    void aNewModelIsTriedAndThenReads() {
        var turn = new TurnViewModel(QUESTION, Grounding.STRICT);
        turn.apply(
                List.of(
                        new AnswerEvent.Found(List.of(Answers.hit())),
                        new AnswerEvent.Trying(1, 32),
                        new AnswerEvent.Trying(31, 32)));
        assertEquals(new TurnState.Trying(1, 31, 32), turn.state().get());

        turn.apply(List.of(new AnswerEvent.Trying(32, 32)));
        assertEquals(new TurnState.Reading(1), turn.state().get());
        assertFalse(turn.byWords().get());

        turn.apply(List.of(new AnswerEvent.CheckedByWords()));
        assertTrue(turn.byWords().get());
        assertEquals(new TurnState.Reading(1), turn.state().get());
    }
}
