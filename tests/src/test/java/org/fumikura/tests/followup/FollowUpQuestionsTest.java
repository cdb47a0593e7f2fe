package org.fumikura.tests.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fumikura.app.Composition;
import org.fumikura.rag.Scope;
import org.fumikura.rag.answer.Answer;
import org.fumikura.rag.answer.Exchange;
import org.fumikura.rag.answer.Question;
import org.fumikura.tests.endtoend.TestHome;
import org.fumikura.tests.followup.FollowUps.FollowUp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Puts every follow-up to an empty library: what matters is what it is understood as. With
/// `-Dfumikura.test.chat=ID` another installed model rewrites; `target/follow-ups.txt` says what
/// came of each, and `docs/evaluation/follow-ups.md` what came of all.
@TestInstance(Lifecycle.PER_CLASS)
class FollowUpQuestionsTest {
    private final Composition services;
    private final List<String> lines = new ArrayList<>();

    FollowUpQuestionsTest(@TempDir Path home) {
        services = TestHome.open(home);
        TestHome.chatModel().ifPresent(services.models()::choose);
    }

    @AfterAll
    void close() {
        services.close();
    }

    static List<FollowUp> followUps() {
        return FollowUps.all();
    }

    @ParameterizedTest
    @MethodSource("followUps")
    void aFollowUpIsUnderstoodOrLeftAsItIs(FollowUp followUp) throws IOException {
        var before = new Exchange(followUp.before(), followUp.before(), followUp.reply());
        Answer answer =
                services.answerer()
                        .ask(
                                new Question(followUp.asked(), Scope.EVERYTHING, List.of(before)),
                                _ -> {})
                        .answer()
                        .join();
        String understood = answer.remarks().understood();
        boolean right =
                followUp.needs().stream().allMatch(need -> lower(understood).contains(lower(need)));
        lines.add(
                (right ? "right" : understood.isEmpty() ? "joined" : "WRONG")
                        + " | "
                        + followUp.asked()
                        + " | "
                        + understood);
        Files.write(Path.of("target", "follow-ups.txt"), lines);
        assertEquals(Answer.Verdict.ABSTAINED, answer.verdict());
        if (followUp.needs().isEmpty()) {
            assertEquals("", understood);
            assertEquals("", answer.searched());
        } else if (understood.isEmpty()) {
            assertEquals(followUp.before() + "\n" + followUp.asked(), answer.searched());
        } else {
            assertFalse(understood.contains("\n"));
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
