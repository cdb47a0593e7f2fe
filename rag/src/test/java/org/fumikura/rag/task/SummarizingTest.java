package org.fumikura.rag.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.fumikura.rag.answer.AnswerSentence;
import org.fumikura.rag.answer.AnswerSentence.Support;
import org.fumikura.rag.answer.Citation;
import org.fumikura.rag.answer.KeptCalibration;
import org.fumikura.rag.task.TaskResult.Digest;
import org.junit.jupiter.api.Test;

class SummarizingTest {
    private static final String BUILT = "The mill was built in 1742 by the river Lune.";
    private static final String BURNED = "The second mill burned down in 1801.";
    private static final String GRINDS = "A third mill grinds spelt since 1930.";

    private static Digest perform(ReplyingModel model, Task task) {
        try (var tasks = new DocumentTasks(model::model, new TaskSettings(60, 40))) {
            return (Digest) tasks.start(task, event -> {}).result().join().result();
        }
    }

    private static String facts(String asked) {
        if (asked.contains("one document")) {
            return BURNED + " " + BUILT + " The miller owned 88 camels.";
        }
        if (asked.contains("1742")) {
            return BUILT + " Penguins lived there.";
        }
        return asked.contains("1801") ? BURNED : GRINDS;
    }

    @Test
    void everySentenceOfASummaryCitesItsPlace() {
        TaskDocument document = DocumentTasksTest.threePages();
        Digest digest =
                perform(ReplyingModel.saying(SummarizingTest::facts), new Task.Summarize(document));

        assertEquals(
                List.of(BURNED, BUILT, "The miller owned 88 camels."),
                digest.lead().stream().map(AnswerSentence::text).toList());
        assertEquals(
                List.of(Support.SUPPORTED, Support.SUPPORTED, Support.UNSUPPORTED),
                digest.lead().stream().map(AnswerSentence::support).toList());
        assertEquals(2, page(digest, digest.lead().get(0)));
        assertEquals(1, page(digest, digest.lead().get(1)));
        for (Citation citation : digest.citations()) {
            assertEquals(citation.quote(), citation.span().of(document.content().text()));
        }
    }

    @Test
    void aNewModelIsTriedAndHowFarIsTold() {
        var told = new ArrayList<TaskEvent.Progress>();
        ReplyingModel model =
                ReplyingModel.saying(SummarizingTest::facts).weighing(_ -> List.of(0.5, 0.5));
        try (var tasks =
                new DocumentTasks(
                        () -> model.model(new KeptCalibration()), new TaskSettings(60, 40))) {
            tasks.start(
                            new Task.Summarize(DocumentTasksTest.threePages()),
                            event -> {
                                if (event instanceof TaskEvent.Progress progress
                                        && progress.step() == TaskEvent.Step.TRYING) {
                                    told.add(progress);
                                }
                            })
                    .result()
                    .join();
        }
        assertFalse(told.isEmpty());
        assertEquals(1, told.getFirst().part());
        assertEquals(told.getLast().parts(), told.getLast().part());
        assertEquals(told.getLast().parts(), told.size());
    }

    @Test
    void pointsAreOnlyWhatTheDocumentBearsOut() {
        Digest digest =
                perform(
                        ReplyingModel.saying(SummarizingTest::facts),
                        new Task.Summarize(DocumentTasksTest.threePages()));
        assertEquals(
                List.of(BUILT, BURNED, GRINDS),
                digest.points().stream().map(AnswerSentence::text).toList());
        assertEquals(
                List.of(1, 2, 3),
                digest.points().stream().map(point -> page(digest, point)).toList());
        List<Integer> numbers = digest.citations().stream().map(Citation::number).toList();
        assertEquals(List.of(1, 2, 3), numbers);
    }

    @Test
    void whatIsJoinedAreTheDocumentsOwnWords() {
        var model =
                ReplyingModel.saying(asked ->
                        asked.contains("1742") && !asked.contains("one document")
                                ? "The old mill by the river Lune was built in 1742."
                                : facts(asked));
        perform(model, new Task.Summarize(DocumentTasksTest.threePages()));
        String joined = model.asked().getLast();
        assertTrue(joined.contains(BUILT), joined);
        assertFalse(joined.contains("The old mill"), joined);
        assertFalse(joined.contains("people say"), joined);
    }

    @Test
    void aTextOfOnePartIsSummarizedAtOnce() {
        var model = ReplyingModel.saying(_ -> "Tea costs 3 euros. Coffee costs 9 euros.");
        Digest digest =
                perform(model, new Task.Summarize(TaskDocument.ofText("Tea costs 3 euros today.")));
        assertEquals(1, model.asked().size());
        assertEquals(
                List.of(Support.SUPPORTED, Support.UNSUPPORTED),
                digest.lead().stream().map(AnswerSentence::support).toList());
        assertEquals(List.of(), digest.points());
    }

    @Test
    void nothingSupportedIsNoSummary() {
        Digest digest =
                perform(
                        ReplyingModel.saying(_ -> "Penguins swim."),
                        new Task.Summarize(DocumentTasksTest.threePages()));
        assertEquals(new Digest(List.of(), List.of(), List.of()), digest);
    }

    @Test
    void aComparisonReadsBothDocumentsAndCitesBoth() {
        TaskDocument old = Documents.begin().paragraph("The fee is 20 euros.").end("Old rules", 1);
        TaskDocument fresh =
                Documents.begin().paragraph("The fee is 35 euros.").end("New rules", 2);
        var model =
                ReplyingModel.saying(
                        _ -> "In Old rules the fee is 20 euros. In New rules the fee is 35 euros.");
        Digest digest = perform(model, new Task.Compare(List.of(old, fresh)));

        assertEquals(1, model.asked().size());
        assertTrue(model.asked().getFirst().contains("Old rules"));
        assertTrue(model.asked().getFirst().contains("New rules"));
        assertEquals(
                List.of("Old rules", "New rules"),
                digest.citations().stream().map(Citation::title).toList());
        assertTrue(
                digest.lead().stream().allMatch(each -> each.support() == Support.SUPPORTED),
                digest.lead()::toString);
    }

    private static int page(Digest digest, AnswerSentence sentence) {
        return digest.citations().get(sentence.citations().getFirst() - 1).page();
    }
}
