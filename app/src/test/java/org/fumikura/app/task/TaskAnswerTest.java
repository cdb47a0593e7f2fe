package org.fumikura.app.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.Span;
import org.fumikura.rag.answer.Answer;
import org.fumikura.rag.answer.AnswerSentence;
import org.fumikura.rag.answer.AnswerSentence.Support;
import org.fumikura.rag.answer.Citation;
import org.fumikura.rag.task.Task;
import org.fumikura.rag.task.TaskDocument;
import org.fumikura.rag.task.TaskEvent;
import org.fumikura.rag.task.TaskEvent.Extent;
import org.fumikura.rag.task.TaskResult;
import org.fumikura.rag.task.TaskResult.Outline;
import org.fumikura.rag.task.TaskResult.OutlineEntry;
import org.fumikura.ui.Messages;
import org.junit.jupiter.api.Test;

class TaskAnswerTest {
    private static final TaskDocument DOCUMENT = TaskDocument.ofText("Rules\n\nFees are due.");

    private static Answer answer(List<Task> tasks, TaskResult... results) {
        return TaskAnswer.of(
                Messages.of(Locale.ENGLISH),
                "/task",
                tasks,
                List.of(results).stream()
                        .map(result ->
                                new TaskEvent.Finished(
                                        result, Extent.WHOLE, "Model", Duration.ofMillis(7)))
                        .toList());
    }

    @Test
    void headingsOfAnOutlineOpenTheirPages() {
        var entry = new OutlineEntry(2, "Rules", 1, new Span(0, 5));
        Answer answer =
                answer(
                        List.of(new Task.Outline(DOCUMENT)),
                        new Outline(List.of(entry), Outline.Origin.HEADINGS));
        assertEquals(
                List.of(new AnswerSentence("", "  - Rules", Support.NONE, List.of(1))),
                answer.sentences());
        assertEquals("Rules", answer.citations().getFirst().quote());
        assertEquals(DOCUMENT.passages().getFirst().id(), answer.citations().getFirst().passage());
        assertEquals(7, answer.timings().totalMs());
    }

    @Test
    void citationsOfSeveralSummariesAreNumberedThrough() {
        var id = new PassageId(new DocumentId("0".repeat(64)), 1, 0);
        var citation = new Citation(1, id, Path.of("a"), "A", 1, new Span(0, 5), "Rules");
        var sentence = new AnswerSentence("", "It rules.", Support.SUPPORTED, List.of(1));
        var digest = new TaskResult.Digest(List.of(sentence), List.of(sentence), List.of(citation));
        Task task = new Task.Summarize(DOCUMENT);

        Answer answer = answer(List.of(task, task), digest, digest);

        assertEquals(List.of(1, 2), answer.citations().stream().map(Citation::number).toList());
        assertEquals(
                List.of(
                        List.of(),
                        List.of(1),
                        List.of(),
                        List.of(1),
                        List.of(),
                        List.of(2),
                        List.of(),
                        List.of(2)),
                answer.sentences().stream().map(AnswerSentence::citations).toList());
    }
}
