package org.fumikura.rag.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.fumikura.rag.answer.Answer;
import org.fumikura.rag.answer.Grounding;
import org.fumikura.rag.answer.Language;
import org.fumikura.rag.answer.Remarks;
import org.fumikura.rag.answer.Timings;
import org.fumikura.rag.chat.StoredConversations;
import org.fumikura.rag.feedback.Feedback.Rating;
import org.fumikura.rag.feedback.FeedbackExport.Form;
import org.fumikura.rag.library.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedbackTest {
    private static final Feedback GOOD = new Feedback(Rating.GOOD, "short", "");
    private static final Feedback BAD = new Feedback(Rating.BAD, "wrong", "");

    @TempDir private Path folder;
    private Database database;
    private StoredConversations conversations;
    private FeedbackBook book;
    private long conversation;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("library.db"));
        conversations = new StoredConversations(database, InstantSource.system(), () -> {});
        book = new StoredFeedback(database, InstantSource.system());
        conversation = conversations.start("池", Grounding.STRICT).id();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theLastFeedbackOnATurnIsKept() {
        long turn = turn("q", "a");
        assertEquals(Optional.empty(), book.of(turn));
        book.give(turn, GOOD);
        book.give(turn, BAD);
        assertEquals(Optional.of(BAD), book.of(turn));
        book.takeBack(turn);
        assertEquals(Optional.empty(), book.of(turn));
    }

    @Test
    void withItsConversationFeedbackGoes() {
        book.give(turn("q", "a"), GOOD);
        assertEquals(1, book.all().size());
        conversations.delete(conversation);
        assertEquals(List.of(), book.all());
    }

    @Test
    void goodAnswersAndBetterOnesAreExamples() {
        book.give(turn("鯉は何匹?", "12匹です。"), GOOD);
        book.give(turn("How deep?", "3 m."), new Feedback(Rating.BAD, "", "It is \"2 m\" deep."));
        book.give(turn("How wide?", "9 m."), BAD);
        assertEquals(
                List.of(
                        "{\"prompt\":\"prompt of 鯉は何匹?\",\"completion\":\"12匹です。\"}",
                        "{\"prompt\":\"prompt of How deep?\",\"completion\":\"It is \\\"2 m\\\" deep.\"}"),
                FeedbackExport.lines(thumbs(), Form.SUPERVISED));
    }

    @Test
    void aBetterAnswerIsPreferredAndAGoodOneToABadOne() throws Exception {
        book.give(turn("How deep?", "3 m."), new Feedback(Rating.BAD, "", "2 m."));
        book.give(turn("How wide?", "9 m."), BAD);
        book.give(turn("How wide?", "5 m."), GOOD);
        book.give(turn("How wide?", "5 m."), BAD);
        book.give(turn("How long?", "7 m."), GOOD);
        Path file = folder.resolve("out.jsonl");
        assertEquals(2, FeedbackExport.write(thumbs(), Form.PREFERENCES, file));
        assertEquals(
                List.of(
                        "{\"prompt\":\"prompt of How deep?\",\"chosen\":\"2 m.\",\"rejected\":\"3 m.\"}",
                        "{\"prompt\":\"prompt of How wide?\",\"chosen\":\"5 m.\",\"rejected\":\"9 m.\"}"),
                Files.readAllLines(file));
    }

    @Test
    void whereNoModelWasAskedThereIsNothingToLearn() {
        book.give(
                conversations.append(conversation, answer("q", "", ""), List.of()).id(),
                new Feedback(Rating.BAD, "", "better"));
        assertEquals(List.of(), FeedbackExport.lines(thumbs(), Form.SUPERVISED));
    }

    private Judgements thumbs() {
        return new Judgements(book.all(), List.of());
    }

    private long turn(String question, String reply) {
        return conversations
                .append(conversation, answer(question, "prompt of " + question, reply), List.of())
                .id();
    }

    private static Answer answer(String question, String prompt, String reply) {
        return new Answer(
                question,
                "",
                reply,
                Language.of(question),
                Answer.Verdict.ANSWERED,
                List.of(),
                List.of(),
                List.of(),
                "model",
                new Timings(0, 0, 0, 0, 0, 0),
                prompt,
                reply,
                Remarks.NONE);
    }
}
