package org.fumikura.rag.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.Span;
import org.fumikura.rag.answer.Answer;
import org.fumikura.rag.answer.AnswerSentence;
import org.fumikura.rag.answer.Citation;
import org.fumikura.rag.answer.Grounding;
import org.fumikura.rag.answer.Hit;
import org.fumikura.rag.answer.Language;
import org.fumikura.rag.answer.Remarks;
import org.fumikura.rag.answer.Timings;
import org.fumikura.rag.library.Database;
import org.fumikura.rag.library.Source;
import org.fumikura.rag.retrieve.RankedPassage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredConversationsTest {
    @TempDir private Path folder;
    private final AtomicLong clock = new AtomicLong(1_700_000_000_000L);
    private final AtomicLong deletions = new AtomicLong();

    @Test
    void aConversationIsReadBackAsItWas() {
        Conversation kept;
        Turn turn;
        Turn last;
        try (Database database = open()) {
            var conversations = conversations(database);
            kept = conversations.start("鯉のこと", Grounding.STRICT);
            turn =
                    conversations.append(
                            kept.id(),
                            answer("鯉は何匹いますか。"),
                            List.of(
                                    new TurnFile(Path.of("/notes/koi-extract.md"), "| 鯉 |"),
                                    new TurnFile(Path.of("/notes/koi-extract.csv"), "鯉\r\n")));
            last = conversations.append(kept.id(), answer("And?"), List.of());
        }
        try (Database database = open()) {
            var conversations = conversations(database);
            assertEquals(
                    new Conversation(
                            kept.id(), "鯉のこと", kept.started(), last.asked(), Grounding.STRICT),
                    conversations.list().getFirst());
            assertEquals(List.of(turn, last), conversations.turns(kept.id()));
        }
    }

    @Test
    void anAnswerOfAnEarlierVersionIsReadWithoutAReply() {
        String kept = AnswerJson.write(answer("Wie viele?"));
        String earlier = kept.replace(",\"reply\":\"the reply\"", "");
        assertNotEquals(kept, earlier);
        Answer read = AnswerJson.read(earlier);
        assertEquals("", read.reply());
        assertEquals("the prompt", read.prompt());
    }

    @Test
    void theLastChangedConversationComesFirst() {
        try (Database database = open()) {
            var conversations = conversations(database);
            long older = conversations.start("older", Grounding.STRICT).id();
            conversations.start("newer", Grounding.STRICT);
            conversations.append(older, answer("And?"), List.of());
            assertEquals(
                    List.of("older", "newer"),
                    conversations.list().stream().map(Conversation::title).toList());
        }
    }

    @Test
    void turnsKeepTheirOrder() {
        try (Database database = open()) {
            var conversations = conversations(database);
            long id = conversations.start("many", Grounding.STRICT).id();
            for (int i = 0; i < 5; i++) {
                conversations.append(id, answer("Question " + i), List.of());
            }
            assertEquals(
                    List.of("Question 0", "Question 1", "Question 2", "Question 3", "Question 4"),
                    conversations.turns(id).stream().map(t -> t.answer().question()).toList());
        }
    }

    @Test
    void aConversationIsRenamedAndForgottenWithItsTurns() {
        try (Database database = open()) {
            var conversations = conversations(database);
            long id = conversations.start("first", Grounding.STRICT).id();
            conversations.append(id, answer("And?"), List.of(new TurnFile(Path.of("/a.md"), "a")));
            conversations.rename(id, "second");
            assertEquals("second", conversations.list().getFirst().title());
            assertEquals(0, deletions.get());
            conversations.delete(id);
            assertEquals(1, deletions.get());
            assertEquals(List.of(), conversations.list());
            assertEquals(List.of(), conversations.turns(id));
        }
    }

    @Test
    void whatAConversationRestsOnIsRemembered() {
        long id;
        try (Database database = open()) {
            StoredConversations conversations = conversations(database);
            id = conversations.start("first", Grounding.STRICT).id();
            conversations.ground(id, Grounding.OPEN);
            conversations.start("second", Grounding.STRICT);
        }
        try (Database database = open()) {
            assertEquals(
                    List.of(Grounding.STRICT, Grounding.OPEN),
                    conversations(database).list().stream().map(Conversation::grounding).toList());
        }
    }

    @Test
    void anAnswerOfAnEarlierVersionHasNoRemarks() {
        try (Database database = open()) {
            StoredConversations conversations = conversations(database);
            long id = conversations.start("first", Grounding.STRICT).id();
            Answer answer = answer("first");
            conversations.append(id, answer, List.of());
            database.write(handle ->
                    handle.execute("UPDATE turn SET answer = json_remove(answer, '$.remarks')"));
            assertEquals(answer, conversations.turns(id).getFirst().answer());
        }
    }

    private Database open() {
        return Database.open(folder.resolve("library.db"));
    }

    private StoredConversations conversations(Database database) {
        return new StoredConversations(
                database,
                () -> Instant.ofEpochMilli(clock.incrementAndGet()),
                deletions::incrementAndGet);
    }

    /// An answer with something in every field, and a similarity that is not known.
    private static Answer answer(String question) {
        var id = new PassageId(new DocumentId("ab".repeat(32)), 1, 4);
        var passage = new Passage(id, 2, new Span(10, 15), List.of("池", "鯉"), "鯉が12匹");
        var source =
                new Source(
                        Path.of("/文書/池.md").toAbsolutePath(),
                        "池の手引き",
                        Optional.of(Instant.ofEpochMilli(12_345)));
        return new Answer(
                question,
                "",
                "鯉が12匹 [1]",
                Language.JAPANESE,
                Answer.Verdict.ANSWERED,
                List.of(
                        new AnswerSentence(
                                "\n", "鯉が12匹", AnswerSentence.Support.SUPPORTED, List.of(1))),
                List.of(new Citation(1, id, source.path(), "池の手引き", 2, new Span(10, 15), "鯉が12匹")),
                List.of(
                        new Hit(
                                new RankedPassage(
                                        passage,
                                        0.5,
                                        OptionalInt.of(1),
                                        OptionalInt.empty(),
                                        Double.NaN),
                                source)),
                "Small model",
                new Timings(1, 2, 3, 4, 5, 6),
                "the prompt",
                "the reply",
                Remarks.NONE);
    }
}
