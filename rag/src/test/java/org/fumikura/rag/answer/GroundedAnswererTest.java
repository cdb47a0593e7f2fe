package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fumikura.rag.Scope;
import org.fumikura.rag.answer.Answer.Verdict;
import org.fumikura.rag.answer.AnswerSentence.Support;
import org.fumikura.rag.library.Source;
import org.junit.jupiter.api.Test;

class GroundedAnswererTest {
    private static final Hit KETTLE =
            Evidence.hit(1, "The kettle whistles at noon. Dr. Amery bought it in 1998.");
    private static final Hit FAR =
            Evidence.hit(2, "Notes", List.of(), "Penguins swim in cold water.", 0.3);

    private final List<AnswerEvent> events = Collections.synchronizedList(new ArrayList<>());

    @Test
    void eventsComeInTheirOrder() {
        Answer answer =
                ask(
                        FakeWriter.writing(
                                "The kettle whistles at noon [1]. Dr. Amery bought it in 1998."),
                        "When does the kettle whistle?",
                        KETTLE);
        assertEquals(Verdict.ANSWERED, answer.verdict());
        assertEquals(new AnswerEvent.Found(List.of(KETTLE)), events.getFirst());
        assertEquals(new AnswerEvent.Finished(answer), events.getLast());
        assertEquals(
                answer.sentences(),
                events.stream()
                        .filter(AnswerEvent.Checked.class::isInstance)
                        .map(event -> ((AnswerEvent.Checked) event).sentence())
                        .toList());
        assertEquals(
                List.of(Support.SUPPORTED, Support.SUPPORTED),
                answer.sentences().stream().map(AnswerSentence::support).toList());
        assertEquals("Fake", answer.model());
        assertEquals(50, answer.timings().promptTokens());
        assertEquals(7, answer.timings().cachedTokens());
        assertEquals(9, answer.timings().generatedTokens());
        assertTrue(answer.prompt().endsWith("When does the kettle whistle?"));
    }

    @Test
    void theModelIsAskedAtItsTemperature() {
        FakeWriter writer = FakeWriter.writing("The kettle whistles at noon.");
        ask(writer, "When does the kettle whistle?", KETTLE);
        assertEquals(
                List.of(FakeWriter.TEMPERATURE),
                writer.requests().stream().map(request -> request.temperature()).toList());
    }

    @Test
    void nothingNearIsAnsweredWithoutAskingTheModel() {
        FakeWriter writer = FakeWriter.writing("Penguins like ice.");
        Answer answer = ask(writer, "Who composed the opera?", FAR);
        assertEquals(Verdict.ABSTAINED, answer.verdict());
        assertEquals(0, writer.calls());
        assertEquals(List.of(FAR), answer.hits());
        assertEquals("", answer.text());
    }

    @Test
    void nothingFoundIsAbstained() {
        FakeWriter writer = FakeWriter.writing("Anything.");
        assertEquals(Verdict.ABSTAINED, ask(writer, "Who composed the opera?").verdict());
        assertEquals(0, writer.calls());
    }

    @Test
    void aRefusalIsAbstained() {
        Answer answer =
                ask(
                        FakeWriter.writing("Not found in the documents."),
                        "What colour is the kettle?",
                        KETTLE);
        assertEquals(Verdict.ABSTAINED, answer.verdict());
        assertEquals(List.of(), answer.sentences());
    }

    @Test
    void anInventionIsAbstained() {
        Answer answer =
                ask(
                        FakeWriter.writing("The kettle was painted turquoise by monks in 1432."),
                        "What colour is the kettle?",
                        KETTLE);
        assertEquals(Verdict.ABSTAINED, answer.verdict());
        assertEquals(List.of(), answer.citations());
    }

    @Test
    void anAnswerThatTheModelDoesNotHoldIsAbstained() {
        String wrong = "The kettle whistles at noon.";
        Answer answer =
                ask(
                        FakeWriter.writing(wrong).holding(wrong, 0.01),
                        "When does the kettle whistle?",
                        KETTLE);
        assertEquals(Verdict.ABSTAINED, answer.verdict());
    }

    @Test
    void anAnswerThatLeavesTheEvidenceIsEndedOnce() {
        Answer answer =
                ask(
                        FakeWriter.writing(
                                "The kettle whistles at noon. Zebras graze in herds. Lions sleep"
                                        + " at night. Camels cross deserts. Owls hunt mice."),
                        "When does the kettle whistle?",
                        KETTLE);
        assertEquals(Verdict.ANSWERED, answer.verdict());
        assertTrue(answer.sentences().size() < 5);
        assertEquals(1, events.stream().filter(AnswerEvent.Finished.class::isInstance).count());
    }

    @Test
    void aFaultOfTheModelIsTold() {
        var fault = new IllegalStateException("the model is ill");
        FakeWriter writer = FakeWriter.failingAfter("The kettle", fault);
        var raised =
                assertThrows(
                        CompletionException.class,
                        () -> ask(writer, "When does the kettle whistle?", KETTLE));
        assertSame(fault, raised.getCause());
        assertEquals(new AnswerEvent.Failed(fault), events.getLast());
    }

    @Test
    void aModelThatIsMissingIsTold() {
        var missing = new IllegalStateException("no model");
        try (var answerer =
                new GroundedAnswerer(
                        request -> List.of(KETTLE.ranked()),
                        id -> Optional.of(KETTLE.source()),
                        () -> {
                            throw missing;
                        },
                        AnswerSettings.LAPTOP)) {
            var pending = answerer.ask(question("When does the kettle whistle?"), events::add);
            var raised = assertThrows(CompletionException.class, () -> pending.answer().join());
            assertSame(missing, raised.getCause());
            assertInstanceOf(AnswerEvent.Failed.class, events.getLast());
        }
    }

    @Test
    void aStoppedAnswerKeepsWhatWasWritten() throws InterruptedException {
        var written = new CountDownLatch(1);
        FakeWriter writer =
                FakeWriter.neverEndingAfter("The kettle whistles at noon. Dr. Amery bought it");
        try (var answerer = writer.answerer(KETTLE)) {
            var pending =
                    answerer.ask(
                            question("When does the kettle whistle?"),
                            event -> {
                                events.add(event);
                                if (event instanceof AnswerEvent.Draft(var text)
                                        && text.endsWith("it")) {
                                    written.countDown();
                                }
                            });
            assertTrue(written.await(20, TimeUnit.SECONDS));
            pending.stop();
            Answer answer = pending.answer().orTimeout(20, TimeUnit.SECONDS).join();
            assertEquals(Verdict.STOPPED, answer.verdict());
            assertEquals(
                    List.of("The kettle whistles at noon.", "Dr. Amery bought it"),
                    answer.sentences().stream().map(AnswerSentence::text).toList());
        }
    }

    @Test
    void anAnswerStoppedWhileTheModelIsFetchedIsStopped() throws InterruptedException {
        var asked = new CountDownLatch(1);
        var mayGoOn = new CountDownLatch(1);
        FakeWriter writer = FakeWriter.neverEndingAfter("");
        try (var answerer =
                new GroundedAnswerer(
                        request -> List.of(KETTLE.ranked()),
                        id -> Optional.of(KETTLE.source()),
                        () -> {
                            asked.countDown();
                            try {
                                mayGoOn.await();
                            } catch (InterruptedException closing) {
                                Thread.currentThread().interrupt();
                            }
                            return writer.model();
                        },
                        AnswerSettings.LAPTOP)) {
            var pending = answerer.ask(question("When does the kettle whistle?"), events::add);
            assertTrue(asked.await(20, TimeUnit.SECONDS));
            pending.stop();
            mayGoOn.countDown();
            assertEquals(
                    Verdict.STOPPED,
                    pending.answer().orTimeout(20, TimeUnit.SECONDS).join().verdict());
        }
    }

    @Test
    void stoppingAnAnswerThatHasEndedLeavesTheNextOneAlone() throws InterruptedException {
        var reading = new CountDownLatch(2);
        FakeWriter first = FakeWriter.writing("The kettle whistles at noon.");
        FakeWriter second = FakeWriter.neverEndingAfter("The kettle whistles");
        var writers = new ArrayList<>(List.of(first, second));
        try (var answerer =
                new GroundedAnswerer(
                        request -> List.of(KETTLE.ranked()),
                        id -> Optional.of(KETTLE.source()),
                        () ->
                                new GroundedAnswerer.WritingModel(
                                        "Fake",
                                        writers.removeFirst(),
                                        FakeWriter.TEMPERATURE,
                                        new TokenCount(),
                                        second.control(),
                                        Calibrations.known(Calibration.REFERENCE)),
                        AnswerSettings.LAPTOP)) {
            var ended = answerer.ask(question("When does the kettle whistle?"), event -> {});
            ended.answer().orTimeout(20, TimeUnit.SECONDS).join();
            var running =
                    answerer.ask(
                            question("When does it whistle?"),
                            event -> {
                                if (event instanceof AnswerEvent.Draft) {
                                    reading.countDown();
                                }
                            });
            assertTrue(reading.await(20, TimeUnit.SECONDS));
            ended.stop();
            assertTrue(!running.answer().isDone());
            running.stop();
            assertEquals(
                    Verdict.STOPPED,
                    running.answer().orTimeout(20, TimeUnit.SECONDS).join().verdict());
        }
    }

    @Test
    void passagesOfDocumentsThatAreGoneAreLeftOut() {
        try (var answerer =
                new GroundedAnswerer(
                        request -> List.of(KETTLE.ranked(), FAR.ranked()),
                        id ->
                                id.equals(Evidence.id(1))
                                        ? Optional.of(KETTLE.source())
                                        : Optional.<Source>empty(),
                        () -> FakeWriter.writing("The kettle whistles at noon.").model(),
                        AnswerSettings.LAPTOP)) {
            Answer answer =
                    answerer.ask(question("When does the kettle whistle?"), events::add)
                            .answer()
                            .join();
            assertEquals(List.of(KETTLE), answer.hits());
        }
    }

    private Answer ask(FakeWriter writer, String text, Hit... hits) {
        return ask(writer, question(text), hits);
    }

    private Answer ask(FakeWriter writer, Question question, Hit... hits) {
        return writer.answer(question, events::add, hits);
    }

    private static Question question(String text) {
        return new Question(text, Scope.EVERYTHING, List.of());
    }
}
