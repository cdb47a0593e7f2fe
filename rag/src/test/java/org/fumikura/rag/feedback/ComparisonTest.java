package org.fumikura.rag.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.fumikura.rag.answer.Answer;
import org.fumikura.rag.answer.Language;
import org.fumikura.rag.answer.Remarks;
import org.fumikura.rag.answer.Timings;
import org.fumikura.rag.feedback.Comparison.Contender;
import org.fumikura.rag.feedback.Comparison.Preference;
import org.fumikura.rag.feedback.FeedbackExport.Form;
import org.fumikura.rag.library.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
    private static final String SMALL = "Small, documents only";
    private static final String LARGE = "Large, documents only";

    private static Contender by(String side, String prompt, String reply) {
        return new Contender(
                side,
                new Answer(
                        "How deep?",
                        "",
                        reply,
                        Language.ENGLISH,
                        Answer.Verdict.ANSWERED,
                        List.of(),
                        List.of(),
                        List.of(),
                        side,
                        new Timings(0, 0, 0, 0, 0, 0),
                        prompt,
                        reply,
                        Remarks.NONE));
    }

    private static Comparison small(Preference preference) {
        return new Comparison(
                by(SMALL, "p", "2 m."), by(LARGE, "p", "It is 2 m deep."), preference, "why");
    }

    private static Comparison large(Preference preference) {
        return new Comparison(
                by(LARGE, "p", "It is 2 m deep."), by(SMALL, "p", "2 m."), preference, "");
    }

    @Test
    void comparisonsAreReadAsTheyWereKept(@TempDir Path folder) {
        List<Comparison> made = List.of(small(Preference.ONE), large(Preference.NEITHER));
        try (Database database = Database.open(folder.resolve("library.db"))) {
            made.forEach(new StoredComparisons(database, InstantSource.system())::keep);
        }
        try (Database database = Database.open(folder.resolve("library.db"))) {
            assertEquals(made, new StoredComparisons(database, InstantSource.system()).all());
        }
    }

    @Test
    void tallyCountsASideWhicheverPlaceItStoodIn() {
        assertEquals(
                List.of(new Tally(LARGE, SMALL, 2, 1, 1, 1)),
                Tally.of(
                        List.of(
                                small(Preference.OTHER),
                                large(Preference.ONE),
                                large(Preference.OTHER),
                                small(Preference.BOTH),
                                large(Preference.NEITHER))));
    }

    @Test
    void preferredAnswersAreExported() {
        var judgements =
                new Judgements(
                        List.of(),
                        List.of(
                                small(Preference.OTHER),
                                large(Preference.OTHER),
                                small(Preference.BOTH),
                                new Comparison(
                                        by(SMALL, "", "2 m."),
                                        by(LARGE, "p", "It is 2 m deep."),
                                        Preference.ONE,
                                        "")));
        assertEquals(
                List.of(
                        "{\"prompt\":\"p\",\"chosen\":\"It is 2 m deep.\",\"rejected\":\"2 m.\"}",
                        "{\"prompt\":\"p\",\"chosen\":\"2 m.\",\"rejected\":\"It is 2 m deep.\"}"),
                FeedbackExport.lines(judgements, Form.PREFERENCES));
        assertEquals(
                List.of(
                        "{\"prompt\":\"p\",\"completion\":\"It is 2 m deep.\"}",
                        "{\"prompt\":\"p\",\"completion\":\"2 m.\"}"),
                FeedbackExport.lines(judgements, Form.SUPERVISED));
    }
}
