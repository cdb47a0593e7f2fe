package org.fumikura.app.chat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fumikura.app.task.Mentions;
import org.fumikura.app.task.TaskName;
import org.fumikura.app.template.PromptTemplate;
import org.fumikura.app.template.Templates;
import org.fumikura.rag.library.LibraryFile;

/// A way to go on with what is typed: the name of a task or of a template after a slash, or a file
/// after an at sign.
///
/// @param inserted what takes the place of what was typed, from `from` to the caret; a template's
///   text takes the place of all, once its variables have values
record Completion(Kind kind, String inserted, int from) {
    private static final int MOST = 8;
    private static final Pattern TASK = Pattern.compile("[/／]([A-Za-z]*)");
    private static final Pattern TEMPLATE = Pattern.compile("[/／](.*)");
    private static final Pattern FILE = Pattern.compile("(?:^|\\s)[@＠]([^\\s\"]*)$");

    /// What it is a way to.
    sealed interface Kind {
        /// A task on documents.
        record ToTask(TaskName task) implements Kind {}

        /// A template of the person's.
        record ToTemplate(PromptTemplate template) implements Kind {}

        /// A file that a task works on.
        record ToFile() implements Kind {}
    }

    /// The ways to go on at the caret, best first.
    ///
    /// @param text what is typed
    /// @param caret where the cursor is in it
    static List<Completion> of(
            String text, int caret, List<LibraryFile> files, Templates templates) {
        String before = text.substring(0, Math.min(caret, text.length()));
        List<Completion> calls =
                Stream.concat(templates(before, templates), tasks(before)).toList();
        if (!calls.isEmpty()) {
            return calls;
        }
        Matcher file = FILE.matcher(before);
        return isCall(text) && file.find()
                ? files(file.group(1), file.start(1) - 1, files)
                : List.of();
    }

    private static boolean isCall(String text) {
        return text.startsWith("/") || text.startsWith("／");
    }

    private static Stream<Completion> tasks(String before) {
        Matcher typed = TASK.matcher(before);
        if (!typed.matches()) {
            return Stream.empty();
        }
        String beginning = typed.group(1).toLowerCase(Locale.ROOT);
        return Stream.of(TaskName.values())
                .filter(name -> name.word().startsWith(beginning))
                .filter(name -> !name.word().equals(beginning))
                .map(name -> new Completion(new Kind.ToTask(name), "/" + name.word() + " ", 0));
    }

    private static Stream<Completion> templates(String before, Templates templates) {
        Matcher typed = TEMPLATE.matcher(before);
        if (!typed.matches()) {
            return Stream.empty();
        }
        String beginning = typed.group(1).toLowerCase(Locale.ROOT);
        return templates.all().stream()
                .filter(each -> each.name().toLowerCase(Locale.ROOT).startsWith(beginning))
                .map(each -> new Completion(new Kind.ToTemplate(each), "/" + each.name(), 0));
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
                .map(file ->
                        new Completion(new Kind.ToFile(), Mentions.of(file, files) + " ", from))
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
