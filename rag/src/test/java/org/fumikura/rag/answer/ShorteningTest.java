package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fumikura.rag.Scope;
import org.junit.jupiter.api.Test;

class ShorteningTest {
    private static final String SAID = "The kettle whistles at noon.";

    @Test
    void aSentenceThatSaysTheQuestionAgainIsCutDownToTheAnswer() {
        FakeWriter writer = FakeWriter.writing(SAID).shortening("at noon");
        Answer answer = ask(writer, "When does the kettle whistle?");
        assertEquals("at noon [1]", answer.text());
        assertEquals(SAID, answer.reply(), "what the model said is kept for follow-ups");
        assertEquals(SAID, answer.citations().getFirst().quote());
    }

    @Test
    void wordsThatAreNotOfTheSentenceAreNotTaken() {
        Answer answer =
                ask(
                        FakeWriter.writing(SAID).shortening("at midnight"),
                        "When does the kettle whistle?");
        assertEquals(SAID + " [1]", answer.text());
    }

    @Test
    void wordsOfTheQuestionAreNoAnswer() {
        Answer answer =
                ask(FakeWriter.writing(SAID).shortening("kettle"), "When does the kettle whistle?");
        assertEquals(SAID + " [1]", answer.text());
    }

    @Test
    void oneOfTwoIsNamedInFull() {
        String question = "Which whistles at noon, the iron kettle or the clay kettle?";
        String said = "The iron kettle whistles at noon.";
        Hit kettles = Evidence.hit(1, said + " The clay kettle does not whistle.");
        for (String words : List.of("kettle", "noon")) {
            FakeWriter writer = FakeWriter.writing(said).shortening(words);
            assertEquals(said + " [1]", ask(writer, question, kettles).text());
        }
        FakeWriter full = FakeWriter.writing(said).shortening("iron kettle");
        assertEquals("iron kettle [1]", ask(full, question, kettles).text());
        FakeWriter verbatim =
                FakeWriter.writing("At noon the iron kettle whistles.").shortening("At noon");
        assertEquals("the iron kettle [1]", ask(verbatim, question, kettles).text());
        assertEquals(0, verbatim.shortenings());
        FakeWriter bare = FakeWriter.writing("the iron kettle").shortening("kettle");
        assertEquals("the iron kettle [1]", ask(bare, question, kettles).text());
        assertEquals(0, bare.shortenings());
    }

    @Test
    void whatIsShortAlreadyIsLeftAsItIs() {
        FakeWriter writer = FakeWriter.writing("At noon.").shortening("noon");
        assertEquals("At noon. [1]", ask(writer, "When does the kettle whistle?").text());
        assertEquals(0, writer.shortenings());
    }

    @Test
    void aQuestionForAnExplanationIsAnsweredInSentences() {
        FakeWriter writer = FakeWriter.writing(SAID).shortening("at noon");
        assertEquals(SAID + " [1]", ask(writer, "Why does the kettle whistle?").text());
        assertEquals(0, writer.shortenings());
    }

    @Test
    void theGrammarAllowsAnyRunOfUnits() {
        assertEquals(
                """
                root ::= u0 | u1 | u2
                u0 ::= "at" u1?
                u1 ::= " " u2?
                u2 ::= "\\"noon\\""
                """,
                Gbnf.stretchOf(List.of("at", " ", "\"noon\"")));
    }

    @Test
    void aSentenceThatMayBeCutIsNotShownBefore() {
        FakeWriter writer =
                FakeWriter.writing("When does the kettle whistle?")
                        .then(SAID)
                        .shortening("at noon");
        var before = new Exchange("When does the bell ring?", "prompt", "The bell rings at dawn.");
        var shown = new CopyOnWriteArrayList<AnswerEvent>();
        try (GroundedAnswerer answerer = writer.answerer(Evidence.hit(1, SAID))) {
            Answer answer =
                    answerer.ask(
                                    new Question(
                                            "And the kettle?", Scope.EVERYTHING, List.of(before)),
                                    shown::add)
                            .answer()
                            .join();
            assertEquals("When does the kettle whistle?", answer.remarks().understood());
            assertEquals("at noon [1]", answer.text());
        }
        assertTrue(shown.stream().noneMatch(AnswerEvent.Checked.class::isInstance));
    }

    private static Answer ask(FakeWriter writer, String question) {
        return ask(writer, question, Evidence.hit(1, SAID));
    }

    private static Answer ask(FakeWriter writer, String question, Hit hit) {
        return writer.answer(new Question(question, Scope.EVERYTHING, List.of()), _ -> {}, hit);
    }
}
