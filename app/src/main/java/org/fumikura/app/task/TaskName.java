package org.fumikura.app.task;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The tasks by the words they are called with.
public enum TaskName {
    SUMMARIZE,
    COMPARE,
    TRANSLATE,
    EXTRACT,
    CLASSIFY,
    OUTLINE,
    REWRITE,
    CODE;

    /// What it is called with, such as `summarize`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether the files say all that there is to say.
    boolean needsNoWords() {
        return switch (this) {
            case SUMMARIZE, COMPARE, OUTLINE -> true;
            case TRANSLATE, EXTRACT, CLASSIFY, REWRITE, CODE -> false;
        };
    }

    /// The task of this word, British spelling included.
    public static Optional<TaskName> of(String word) {
        String known = word.toLowerCase(Locale.ROOT).replaceAll("ise$", "ize");
        return Arrays.stream(values()).filter(task -> task.word().equals(known)).findFirst();
    }
}
