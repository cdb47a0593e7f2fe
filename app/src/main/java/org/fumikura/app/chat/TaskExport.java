package org.fumikura.app.chat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.fumikura.app.task.TaskMarkdown;
import org.fumikura.app.task.TaskRows;
import org.fumikura.rag.task.CsvText;
import org.fumikura.rag.task.Task;
import org.fumikura.rag.task.TaskEvent;
import org.fumikura.ui.Messages;

/// What came of tasks, to be saved as a file.
///
/// @param done what came of each task, in their order
public record TaskExport(List<Task> tasks, List<TaskEvent.Finished> done) {
    public TaskExport {
        tasks = List.copyOf(tasks);
        done = List.copyOf(done);
    }

    /// Whether it is tables that CSV can hold.
    boolean hasTables(Messages messages) {
        return done.stream().anyMatch(each -> !TaskRows.of(messages, each.result()).isEmpty());
    }

    /// Where it is proposed to be saved: beside the document, named after it.
    Path proposal(String ending) {
        Path file =
                tasks.getFirst().documents().stream()
                        .map(document -> document.source().path())
                        .filter(path -> path.isAbsolute())
                        .findFirst()
                        .orElseGet(() -> Path.of(System.getProperty("user.home"), "text"));
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return file.resolveSibling(stem + "-" + kind() + ending);
    }

    private String kind() {
        return switch (tasks.getFirst()) {
            case Task.Translate(_, Locale to) -> to.getLanguage();
            case Task other -> other.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        };
    }

    /// Writes it: tables as CSV if the name says so, else everything as Markdown.
    void save(Messages messages, Path place) {
        String text =
                place.toString().toLowerCase(Locale.ROOT).endsWith(".csv")
                        ? csv(messages)
                        : markdown(messages);
        try {
            Files.writeString(place, text);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private String markdown(Messages messages) {
        var markdown = new TaskMarkdown(messages);
        return done.stream().map(markdown::of).collect(Collectors.joining("\n\n", "", "\n"));
    }

    private String csv(Messages messages) {
        return done.stream()
                .flatMap(each -> TaskRows.of(messages, each.result()).stream())
                .map(CsvText::of)
                .collect(Collectors.joining("\r\n"));
    }
}
