package org.fumikura.app.chat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fumikura.app.task.TaskMarkdown;
import org.fumikura.app.task.TaskRows;
import org.fumikura.rag.chat.TurnFile;
import org.fumikura.rag.task.CsvText;
import org.fumikura.rag.task.Task;
import org.fumikura.rag.task.TaskEvent;
import org.fumikura.ui.Messages;

/// What came of tasks as files: everything as Markdown, and tables as CSV.
final class TaskFiles {
    private TaskFiles() {}

    /// None where nothing came of any task.
    ///
    /// @param done what came of each task, in their order
    static List<TurnFile> of(Messages messages, List<Task> tasks, List<TaskEvent.Finished> done) {
        if (done.stream().allMatch(each -> each.result().isEmpty())) {
            return List.of();
        }
        var markdown = new TaskMarkdown(messages);
        String whole =
                done.stream().map(markdown::of).collect(Collectors.joining("\n\n", "", "\n"));
        List<List<List<String>>> tables =
                done.stream()
                        .flatMap(each -> TaskRows.of(messages, each.result()).stream())
                        .toList();
        var files = Stream.of(new TurnFile(place(tasks.getFirst(), ".md"), whole));
        if (tables.isEmpty()) {
            return files.toList();
        }
        String csv = tables.stream().map(CsvText::of).collect(Collectors.joining("\r\n"));
        return Stream.concat(files, Stream.of(new TurnFile(place(tasks.getFirst(), ".csv"), csv)))
                .toList();
    }

    /// Beside the document, named after it.
    private static Path place(Task task, String ending) {
        Path file =
                task.documents().stream()
                        .map(document -> document.source().path())
                        .filter(path -> path.isAbsolute())
                        .findFirst()
                        .orElseGet(() -> Path.of(System.getProperty("user.home"), "text"));
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return file.resolveSibling(stem + "-" + kind(task) + ending);
    }

    private static String kind(Task task) {
        return switch (task) {
            case Task.Translate(_, Locale to) -> to.getLanguage();
            case Task other -> other.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        };
    }
}
