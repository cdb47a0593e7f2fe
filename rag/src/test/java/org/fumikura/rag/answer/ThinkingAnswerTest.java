package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.fumikura.rag.RagException;
import org.fumikura.rag.Scope;
import org.fumikura.rag.answer.Answer.Verdict;
import org.fumikura.rag.query.Query;
import org.junit.jupiter.api.Test;

/// Answers of a model that thinks before it answers.
class ThinkingAnswerTest {
    private static final Hit KETTLE = Evidence.hit(1, "The kettle whistles at noon.");
    private static final String QUESTION = "When does the kettle whistle?";
    private static final String THOUGHT = "Monks painted it turquoise in 1432. Or was it noon?";
    private static final String ANSWER = "The kettle whistles at noon.";

    private final List<AnswerEvent> events = Collections.synchronizedList(new ArrayList<>());

    private Answer ask(FakeWriter writer, Question question) {
        return writer.answer(question, events::add, KETTLE);
    }

    private Answer ask(FakeWriter writer) {
        return ask(writer, new Question(QUESTION, Scope.EVERYTHING, List.of()));
    }

    private String toldThoughts() {
        return events.stream()
                .filter(AnswerEvent.Thought.class::isInstance)
                .map(event -> ((AnswerEvent.Thought) event).more())
                .collect(Collectors.joining());
    }

    @Test
    void thoughtIsKeptBesideTheAnswerAndIsNoPartOfIt() {
        FakeWriter writer = FakeWriter.writing(ANSWER).thinking(THOUGHT);
        Answer answer = ask(writer);
        assertEquals(Verdict.ANSWERED, answer.verdict());
        assertEquals(ANSWER + " [1]", answer.text());
        assertEquals(ANSWER, answer.reply());
        assertEquals(List.of(), answer.remarks().leftOut());
        assertEquals(THOUGHT, answer.remarks().thoughts());
        assertEquals(THOUGHT, toldThoughts());
    }

    @Test
    void thinkingHasRoomOfItsOwn() {
        FakeWriter writer = FakeWriter.writing(ANSWER).thinking(THOUGHT);
        ask(writer);
        assertEquals(
                AnswerSettings.LAPTOP.answerTokens() + FakeWriter.THINKING_TOKENS,
                writer.requests().getFirst().maxOutputTokens());
    }

    @Test
    void thoughtWithoutAnAnswerIsToldAsThat() {
        FakeWriter writer = FakeWriter.writing("").thinking(THOUGHT);
        var fault = assertThrows(CompletionException.class, () -> ask(writer));
        var told = assertInstanceOf(RagException.class, fault.getCause());
        assertEquals(RagException.Code.THOUGHT_UNFINISHED, told.code());
        assertEquals(new AnswerEvent.Failed(told), events.getLast());
    }

    @Test
    void whatTurnsOutToBeAThoughtIsTakenOutOfTheAnswer() {
        FakeWriter writer =
                FakeWriter.writing(THOUGHT + "\n\n" + ANSWER).havingThoughtUnseen(THOUGHT);
        Answer answer = ask(writer);
        assertEquals(ANSWER + " [1]", answer.text());
        assertEquals(List.of(), answer.remarks().leftOut());
        assertEquals(THOUGHT, answer.remarks().thoughts());
    }

    @Test
    void followUpIsRewrittenWithoutThinking() {
        FakeWriter writer =
                FakeWriter.writing("When does the kettle of Dr. Amery whistle?")
                        .then(ANSWER)
                        .thinking(THOUGHT);
        var before = new Exchange("Who is Dr. Amery?", "prompt", "Dr. Amery owns the kettle.");
        Answer answer =
                ask(
                        writer,
                        new Question(
                                Query.plain("When does her kettle whistle?"),
                                Scope.EVERYTHING,
                                List.of(before)));
        assertEquals(1, writer.repliesAtOnce());
        assertTrue(answer.text().startsWith(ANSWER), answer.text());
    }
}
