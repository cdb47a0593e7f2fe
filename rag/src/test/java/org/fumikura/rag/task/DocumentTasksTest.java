package org.fumikura.rag.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.fumikura.rag.RagException;
import org.fumikura.rag.Span;
import org.fumikura.rag.task.TaskEvent.Extent;
import org.fumikura.rag.task.TaskEvent.Step;
import org.fumikura.rag.task.TaskResult.Outline;
import org.fumikura.rag.task.TaskResult.OutlineEntry;
import org.fumikura.rag.task.TaskResult.Table;
import org.junit.jupiter.api.Test;

class DocumentTasksTest {
    private static final TaskSettings SETTINGS = new TaskSettings(60, 40);

    private final List<TaskEvent> events = new CopyOnWriteArrayList<>();

    private TaskEvent.Finished perform(ReplyingModel model, Task task) {
        try (var tasks = new DocumentTasks(model::model, SETTINGS)) {
            return tasks.start(task, events::add).result().join();
        }
    }

    private static TaskResult withoutModel(Task task) {
        try (var tasks =
                new DocumentTasks(
                        () -> {
                            throw new IllegalStateException("no model is needed");
                        },
                        SETTINGS)) {
            TaskEvent.Finished done = tasks.start(task, event -> {}).result().join();
            assertEquals("", done.model());
            return done.result();
        }
    }

    @Test
    void tablesComeOutAsTheyStandWithoutAModel() {
        TaskDocument document =
                Documents.begin()
                        .heading(1, "Prices")
                        .header("Item", "Price")
                        .row("Tea", "3.50")
                        .row("Cake", "4.00")
                        .paragraph("All prices in euros.")
                        .page()
                        .row("A", "1")
                        .row("B", "2")
                        .end("Menu", 1);

        var tables = (TaskResult.Tables) withoutModel(new Task.ExtractTables(document));

        int first = document.content().text().indexOf("Item");
        int second = document.content().text().indexOf("A\t1");
        assertEquals(
                List.of(
                        new Table(
                                "Prices",
                                List.of("Item", "Price"),
                                List.of(List.of("Tea", "3.50"), List.of("Cake", "4.00")),
                                1,
                                new Span(first, document.content().text().indexOf("\n\nAll"))),
                        new Table(
                                "Prices",
                                List.of(),
                                List.of(List.of("A", "1"), List.of("B", "2")),
                                2,
                                new Span(second, document.content().text().length() - 2))),
                tables.tables());
    }

    @Test
    void outlineIsOfTheDocumentsOwnHeadings() {
        TaskDocument document =
                Documents.begin()
                        .heading(1, "Rules")
                        .paragraph("Be kind.")
                        .page()
                        .heading(2, "Fees")
                        .paragraph("None.")
                        .end("Rules", 1);

        assertEquals(
                new Outline(
                        List.of(
                                new OutlineEntry(1, "Rules", 1, new Span(0, 5)),
                                new OutlineEntry(2, "Fees", 2, new Span(17, 21))),
                        Outline.Origin.HEADINGS),
                withoutModel(new Task.Outline(document)));
    }

    @Test
    void partsWithoutHeadingsAreNamedByTheModel() {
        TaskDocument document = threePages();
        var model = ReplyingModel.saying(_ -> "**\"The mill.\"**\nIt is about a mill.");

        TaskEvent.Finished done = perform(model, new Task.Outline(document));

        var outline = (Outline) done.result();
        assertEquals(Outline.Origin.MODEL, outline.origin());
        assertEquals(
                List.of("The mill", "The mill", "The mill"),
                outline.entries().stream().map(OutlineEntry::text).toList());
        assertEquals(List.of(1, 2, 3), outline.entries().stream().map(OutlineEntry::page).toList());
        assertEquals("Replying", done.model());
    }

    @Test
    void progressNamesEachPart() {
        perform(ReplyingModel.saying(_ -> "Name"), new Task.Outline(threePages()));
        assertEquals(
                List.of(
                        new TaskEvent.Progress(Step.READING, 1, 3),
                        new TaskEvent.Progress(Step.READING, 2, 3),
                        new TaskEvent.Progress(Step.READING, 3, 3)),
                events.subList(0, 3));
        assertInstanceOf(TaskEvent.Finished.class, events.get(3));
        assertEquals(4, events.size());
    }

    @Test
    void stoppedTaskKeepsWhatWasDone() throws InterruptedException {
        var reached = new CountDownLatch(1);
        var model =
                ReplyingModel.perhapsSaying(text -> {
                    if (text.contains("second")) {
                        reached.countDown();
                        return Optional.empty();
                    }
                    return Optional.of("Name");
                });
        try (var tasks = new DocumentTasks(model::model, SETTINGS)) {
            Tasks.Pending pending = tasks.start(new Task.Outline(threePages()), events::add);
            reached.await();
            pending.stop();
            TaskEvent.Finished done = pending.result().join();

            assertEquals(Extent.STOPPED, done.extent());
            assertEquals(1, ((Outline) done.result()).entries().size());
            assertEquals(2, model.asked().size());
        }
    }

    @Test
    void missingModelIsToldAsItIs() {
        var fault = new RagException(RagException.Code.CLOSED, "");
        try (var tasks =
                new DocumentTasks(
                        () -> {
                            throw fault;
                        },
                        SETTINGS)) {
            var result = tasks.start(new Task.Summarize(threePages()), events::add).result();
            var told = assertThrows(CompletionException.class, result::join);
            assertEquals(fault, told.getCause());
            assertEquals(List.of(new TaskEvent.Failed(fault)), events);
        }
    }

    @Test
    void aFailingModelFailsTheTask() {
        var fault = new IllegalStateException("the process died");
        var model =
                ReplyingModel.saying(_ -> {
                    throw fault;
                });
        try (var tasks = new DocumentTasks(model::model, SETTINGS)) {
            var result =
                    tasks.start(
                                    new Task.Translate(
                                            TaskDocument.ofText("Hello there."), Locale.JAPANESE),
                                    events::add)
                            .result();
            assertThrows(CompletionException.class, result::join);
            assertTrue(events.getLast() instanceof TaskEvent.Failed);
        }
    }

    static TaskDocument threePages() {
        return Documents.begin()
                .paragraph(
                        "The mill was built in 1742 by the river Lune. It is the first mill of the"
                                + " valley, and the oldest of them all, people say, and they know.")
                .page()
                .paragraph(
                        "The second mill burned down in 1801. Nobody was hurt, and the miller, Mr"
                                + " Hargreaves, built it anew with money from the village nearby.")
                .page()
                .paragraph(
                        "A third mill grinds spelt since 1930. It runs on Saturdays, when visitors"
                                + " come, and its flour is sold in the shop beside the water wheel.")
                .end("Mills", 1);
    }
}
