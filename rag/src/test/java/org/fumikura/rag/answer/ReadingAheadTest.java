package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.fumikura.rag.Scope;
import org.fumikura.rag.retrieve.RankedPassage;
import org.fumikura.rag.retrieve.SearchRequest;
import org.junit.jupiter.api.Test;

class ReadingAheadTest {
    private static final Hit KETTLE =
            Evidence.hit(1, "Notes", List.of(), "The kettle whistles at noon.", 0.3);

    private final FakeWriter writer = FakeWriter.writing("The kettle whistles at noon.");
    private final Semaphore searching = new Semaphore(0);
    private final Semaphore maySearch = new Semaphore(0);

    @Test
    void theModelReadsWhatThePromptWillBeginWith() throws InterruptedException {
        maySearch.release(2);
        try (var answerer = answerer()) {
            answerer.readAhead(question("When does the kettle whistle"));
            String read = text(writer.nextRead());
            assertTrue(read.endsWith("When does the kettle whistle"));
            assertTrue(
                    sent(answerer.ask(question("When does the kettle whistle?"), event -> {}))
                            .startsWith(read));
        }
    }

    @Test
    void onlyTheNewestDraftIsReadFor() throws InterruptedException {
        try (var answerer = answerer()) {
            answerer.readAhead(question("When does"));
            assertTrue(searching.tryAcquire(20, TimeUnit.SECONDS));
            answerer.readAhead(question("When does the kettle"));
            answerer.readAhead(question("When does the kettle whistle"));
            maySearch.release(100);
            assertTrue(text(writer.nextRead()).endsWith("When does the kettle whistle"));
            answerer.readAhead(question("When does the kettle whistle"));
            answerer.readAhead(question("When does the kettle whistle?"));
            assertTrue(text(writer.nextRead()).endsWith("When does the kettle whistle?"));
            assertTrue(writer.hasReadAll());
        }
    }

    @Test
    void nothingIsReadForADraftOnceItsQuestionIsAsked() throws InterruptedException {
        try (var answerer = answerer()) {
            answerer.readAhead(question("When does the kettle"));
            assertTrue(searching.tryAcquire(20, TimeUnit.SECONDS));
            var pending = answerer.ask(question("When does the kettle whistle?"), event -> {});
            maySearch.release(1);
            assertTrue(searching.tryAcquire(20, TimeUnit.SECONDS));
            maySearch.release(100);
            assertTrue(sent(pending).endsWith("When does the kettle whistle?"));
            // The next draft goes the same way as the one before, which has thus come to its end.
            answerer.readAhead(question("Kettle noon"));
            assertTrue(text(writer.nextRead()).endsWith("Kettle noon"));
            assertTrue(writer.hasReadAll());
        }
    }

    @Test
    void nothingIsReadWhereNothingFits() throws InterruptedException {
        maySearch.release(100);
        try (var answerer = answerer()) {
            answerer.readAhead(question("Penguin opera composers"));
            answerer.readAhead(question("Kettle noon"));
            assertTrue(text(writer.nextRead()).endsWith("Kettle noon"));
            assertTrue(writer.hasReadAll());
        }
    }

    private static String text(List<ChatMessage> messages) {
        return ((UserMessage) messages.getLast()).singleText();
    }

    private static String sent(Answerer.Pending pending) {
        return pending.answer().orTimeout(20, TimeUnit.SECONDS).join().prompt();
    }

    private List<RankedPassage> search(SearchRequest request) {
        searching.release();
        try {
            maySearch.acquire();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
        return List.of(KETTLE.ranked());
    }

    private GroundedAnswerer answerer() {
        return new GroundedAnswerer(
                this::search,
                id -> Optional.of(KETTLE.source()),
                writer::model,
                AnswerSettings.LAPTOP);
    }

    private static Question question(String text) {
        return new Question(text, Scope.EVERYTHING, List.of());
    }
}
