package org.fumikura.app.task;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line that calls a task: a slash, its name, and what follows.
///
/// @param words all that follows the name
public record TaskLine(TaskName name, String words) {
    private static final Pattern LINE =
            Pattern.compile("\\s*[/／]([A-Za-z]+)(?:\\s+(.*))?", Pattern.DOTALL);

    /// The task that `typed` calls; empty if it calls none.
    public static Optional<TaskLine> read(String typed) {
        Matcher line = LINE.matcher(typed);
        if (!line.matches()) {
            return Optional.empty();
        }
        String words = line.group(2) == null ? "" : line.group(2);
        return TaskName.of(line.group(1)).map(name -> new TaskLine(name, words));
    }
}
