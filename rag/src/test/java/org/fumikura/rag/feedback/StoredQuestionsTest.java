package org.fumikura.rag.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fumikura.rag.feedback.JudgedPage.Verdict;
import org.fumikura.rag.library.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredQuestionsTest {
    private static final Path FILE = Path.of("/papers/規程.pdf").toAbsolutePath();
    private static final JudgedPage RIGHT = new JudgedPage(FILE, 3, "日当は", Verdict.RIGHT);
    private static final JudgedPage WRONG = new JudgedPage(FILE, 4, "宿泊費は", Verdict.WRONG);

    @TempDir private Path folder;
    private Database database;
    private QuestionSet set;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("library.db"));
        set = new StoredQuestions(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsSaidLastOfAPageIsKept() {
        set.judge("日当はいくら ", RIGHT);
        set.judge("日当はいくら", WRONG);
        set.judge("日当はいくら", new JudgedPage(FILE, 3, "日当は", Verdict.WRONG));
        JudgedQuestion only = set.all().getFirst();
        assertEquals(1, set.all().size());
        assertEquals("日当はいくら", only.text());
        assertEquals(Optional.of(Verdict.WRONG), only.verdict(FILE, 3));
        assertEquals(Optional.of(Verdict.WRONG), only.verdict(FILE, 4));
        assertEquals(Optional.empty(), only.verdict(FILE, 5));
    }

    @Test
    void aQuestionOfWhichNothingIsLeftGoes() {
        set.judge("q", RIGHT);
        set.judge("q", WRONG);
        set.takeBack("q", FILE, 3);
        assertEquals(List.of(WRONG), set.all().getFirst().pages());
        set.takeBack("q", FILE, 4);
        assertEquals(List.of(), set.all());
    }

    @Test
    void aQuestionCanBePutOtherwiseAndRemoved() {
        set.judge("first", RIGHT);
        set.judge("second", WRONG);
        long first = set.all().getFirst().id();
        set.reword(first, "first, better");
        assertEquals("first, better", set.all().getFirst().text());
        set.remove(first);
        assertEquals(List.of("second"), set.all().stream().map(JudgedQuestion::text).toList());
    }

    @Test
    void theWordsOfAnotherQuestionJoinBoth() {
        set.judge("first", RIGHT);
        set.judge("second", WRONG);
        set.reword(set.all().getFirst().id(), "second");
        assertEquals(1, set.all().size());
        assertEquals(List.of(RIGHT, WRONG), set.all().getFirst().pages());
    }

    @Test
    void aQuestionHasWords() {
        assertThrows(IllegalArgumentException.class, () -> set.judge(" ", RIGHT));
    }
}
