package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.fumikura.rag.Scope;
import org.fumikura.rag.answer.Answer.Verdict;
import org.fumikura.rag.query.Query;
import org.junit.jupiter.api.Test;

/// What is read for a question, and in what order.
class ReadingOnTest {
    private static final String REFUSAL = "Not found in the documents.";
    private static final String BEST = "The kettle whistles, and the baker hears it.";
    private static final String OTHER = "The kettle whistles at noon.";
    private static final String ASKED = "When does the kettle whistle?";

    @Test
    void theBestPassageIsReadAlone() {
        FakeWriter writer = FakeWriter.writing(BEST);
        Answer answer = ask(writer, ASKED, Manner.USUAL);
        assertEquals(Verdict.ANSWERED, answer.verdict());
        assertEquals(1, writer.calls());
        assertTrue(read(writer, 0).contains(BEST));
        assertFalse(read(writer, 0).contains(OTHER));
        assertEquals(2, answer.hits().size());
    }

    @Test
    void theOthersAreReadIfItDoesNotAnswerAndTheyDo() {
        FakeWriter writer =
                FakeWriter.writing(REFUSAL).then(REFUSAL).then(OTHER).holdingQuestionsAnswered(0.9);
        Answer answer = ask(writer, ASKED, Manner.USUAL);
        assertEquals(OTHER + " [1]", answer.text());
        assertEquals(3, writer.calls());
        assertFalse(read(writer, 1).contains(OTHER), "asked once more over the first");
        assertTrue(read(writer, 2).contains(BEST) && read(writer, 2).contains(OTHER));
        assertTrue(answer.prompt().contains(OTHER), "what a follow-up repeats");
    }

    @Test
    void theyAreNotReadIfTheModelHoldsThatTheyDoNotEither() {
        FakeWriter writer = FakeWriter.writing(REFUSAL).then(OTHER).holdingQuestionsAnswered(0.5);
        Answer answer = ask(writer, ASKED, Manner.USUAL);
        assertEquals(Verdict.ABSTAINED, answer.verdict());
        assertEquals(1, writer.calls());
    }

    @Test
    void whatIsMadeUpOfThemIsNotShown() {
        FakeWriter writer =
                FakeWriter.writing(REFUSAL)
                        .then("Monks painted it in 1432.")
                        .holdingQuestionsAnswered(0.9);
        Answer answer = ask(writer, ASKED, Manner.USUAL);
        assertEquals(Verdict.ABSTAINED, answer.verdict());
        assertEquals("", answer.text());
    }

    @Test
    void aQuestionForSeveralThingsIsReadForAtOnce() {
        FakeWriter writer = FakeWriter.writing(OTHER);
        ask(writer, "Compare the kettle and the baker.", Manner.USUAL);
        assertTrue(read(writer, 0).contains(BEST) && read(writer, 0).contains(OTHER));
    }

    @Test
    void whatMayHoldTheModelsOwnKnowledgeIsReadForAtOnce() {
        FakeWriter writer = FakeWriter.writing(REFUSAL);
        var open = new Manner(Grounding.OPEN, Optional.empty(), List.of());
        ask(writer, ASKED, open);
        assertTrue(read(writer, 0).contains(OTHER));
        assertEquals(1, writer.calls());
    }

    private static String read(FakeWriter writer, int request) {
        return writer.requests().get(request).messages().getLast().toString();
    }

    private static Answer ask(FakeWriter writer, String words, Manner manner) {
        var question = new Question(Query.plain(words), Scope.EVERYTHING, List.of(), manner);
        return writer.answer(question, event -> {}, Evidence.hit(1, BEST), Evidence.hit(2, OTHER));
    }
}
