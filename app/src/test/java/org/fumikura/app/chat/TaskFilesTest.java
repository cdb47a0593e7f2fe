package org.fumikura.app.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.fumikura.rag.Span;
import org.fumikura.rag.chat.TurnFile;
import org.fumikura.rag.task.Task;
import org.fumikura.rag.task.TaskDocument;
import org.fumikura.rag.task.TaskEvent;
import org.fumikura.rag.task.TaskResult;
import org.fumikura.ui.Messages;
import org.junit.jupiter.api.Test;

class TaskFilesTest {
    private static final Path HOME = Path.of(System.getProperty("user.home"));

    private static List<TurnFile> files(TaskResult.Table... tables) {
        Task task = new Task.ExtractTables(TaskDocument.ofText("Tea, 3"));
        var done =
                new TaskEvent.Finished(
                        new TaskResult.Tables(List.of(tables)),
                        TaskEvent.Extent.WHOLE,
                        "",
                        Duration.ZERO);
        return TaskFiles.of(Messages.of(Locale.ENGLISH), List.of(task), List.of(done));
    }

    @Test
    void tablesAreSavedAsMarkdownOrAsCsv() {
        var table =
                new TaskResult.Table("", List.of("Tea"), List.of(List.of("3")), 1, new Span(0, 6));
        List<TurnFile> files = files(table);
        assertEquals(
                List.of(
                        HOME.resolve("text-extracttables.md"),
                        HOME.resolve("text-extracttables.csv")),
                files.stream().map(TurnFile::path).toList());
        assertEquals("Tea\r\n3\r\n", files.getLast().text());
    }

    @Test
    void whereNothingCameOfItThereIsNothingToSave() {
        assertEquals(List.of(), files());
    }
}
