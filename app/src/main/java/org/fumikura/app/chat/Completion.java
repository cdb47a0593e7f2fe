package org.fumikura.app.chat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fumikura.app.task.Mentions;
import org.fumikura.app.task.TaskName;
import org.fumikura.rag.library.LibraryFile;

/// A way to go on with what is typed: the name of a task after a slash, or a file after an at sign.
///
/// @param task empty for a file
/// @param inserted what takes the place of what was typed, from `from` to the caret
record Completion(Optional<TaskName> task, String inserted, int from) {
    private static final int MOST = 8;
    private static final Pattern TASK = Pattern.compile("[/／]([A-Za-z]*)");
    private static final Pattern FILE = Pattern.compile("(?:^|\\s)[@＠]([^\\s\"]*)$");

    /// The ways to go on at the caret, best first.
    ///
    /// @param text what is typed
    /// @param caret where the cursor is in it
    static List<Completion> of(String text, int caret, List<LibraryFile> files) {
        String before = text.substring(0, Math.min(caret, text.length()));
        Matcher task = TASK.matcher(before);
        if (task.matches()) {
            return tasks(task.group(1));
        }
        Matcher file = FILE.matcher(before);
        return isCall(text) && file.find()
                ? files(file.group(1), file.start(1) - 1, files)
                : List.of();
    }

    private static boolean isCall(String text) {
        return text.startsWith("/") || text.startsWith("／");
    }

    private static List<Completion> tasks(String begun) {
        String beginning = begun.toLowerCase(Locale.ROOT);
        return Stream.of(TaskName.values())
                .filter(name -> name.word().startsWith(beginning))
                .filter(name -> !name.word().equals(beginning))
                .map(name -> new Completion(Optional.of(name), "/" + name.word() + " ", 0))
                .toList();
    }

    private static List<Completion> files(String begun, int from, List<LibraryFile> files) {
        String part = begun.toLowerCase(Locale.ROOT);
        return files.stream()
                .filter(file -> file.document().isPresent())
                .filter(file ->
                        String.valueOf(file.path().getFileName())
                                .toLowerCase(Locale.ROOT)
                                .contains(part))
                .limit(MOST)
                .map(file -> new Completion(Optional.empty(), Mentions.of(file, files) + " ", from))
                .filter(found -> !found.inserted.equals("@" + begun + " "))
                .toList();
    }

    /// The text after this was chosen.
    String applied(String text, int caret) {
        return text.substring(0, from) + inserted + text.substring(Math.min(caret, text.length()));
    }

    /// Where the cursor is then.
    int caret() {
        return from + inserted.length();
    }
}
