package org.fumikura.app.task;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.library.LibraryFile;

/// Files of the library named in what was typed: `@report.pdf`, or `@"my report.pdf"`.
///
/// @param documents what the files hold, each once, in the order named
/// @param words the rest
public record Mentions(List<DocumentId> documents, String words) {
    private static final Pattern MENTION = Pattern.compile("[@＠](?:\"([^\"]+)\"|(\\S+))");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,、，]+");
    private static final Pattern ENDING = Pattern.compile("\\.\\w+$");

    public Mentions {
        documents = List.copyOf(documents);
    }

    /// The mentions in `text`. One that names no file that was read stays among the words.
    public static Mentions in(String text, List<LibraryFile> files) {
        var documents = new ArrayList<DocumentId>();
        var words = new StringBuilder();
        int told = 0;
        Matcher mention = MENTION.matcher(text);
        while (mention.find()) {
            String name = mention.group(1) != null ? mention.group(1) : mention.group(2);
            Optional<DocumentId> document =
                    files.stream()
                            .filter(file -> isNamed(file.path(), name))
                            .flatMap(file -> file.document().stream())
                            .findFirst();
            if (document.isPresent()) {
                if (!documents.contains(document.get())) {
                    documents.add(document.get());
                }
                words.append(text, told, mention.start());
                told = mention.end();
            }
        }
        words.append(text.substring(told));
        return new Mentions(documents, words.toString().strip());
    }

    /// The files that a task is to work on. One that needs no other words takes names of files
    /// without a sign that they are meant: `lease.pdf letter.md`, or nothing but `lease`.
    public static Mentions in(TaskName task, String text, List<LibraryFile> files) {
        Mentions meant = in(text, files);
        boolean bare =
                meant.documents().isEmpty() && task.needsNoWords() && !meant.words().isEmpty();
        List<DocumentId> named = bare ? named(meant.words(), files) : List.of();
        return named.isEmpty() ? meant : new Mentions(named, "");
    }

    /// The one file that is called `text`, or those whose names it lists; none if a word of it is
    /// no file's name.
    private static List<DocumentId> named(String text, List<LibraryFile> files) {
        Optional<DocumentId> whole = only(files, file -> isCalled(file.path(), text));
        if (whole.isPresent()) {
            return List.of(whole.get());
        }
        List<Optional<DocumentId>> each =
                BETWEEN.splitAsStream(text)
                        .map(word -> only(files, file -> isNamed(file.path(), word)))
                        .toList();
        return each.stream().allMatch(Optional::isPresent)
                ? each.stream().flatMap(Optional::stream).distinct().toList()
                : List.of();
    }

    private static Optional<DocumentId> only(
            List<LibraryFile> files, Predicate<LibraryFile> meant) {
        List<DocumentId> found =
                files.stream()
                        .filter(meant)
                        .flatMap(file -> file.document().stream())
                        .distinct()
                        .limit(2)
                        .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static boolean isCalled(Path path, String text) {
        String name = path.getFileName().toString();
        return text.equalsIgnoreCase(name)
                || text.equalsIgnoreCase(ENDING.matcher(name).replaceFirst(""));
    }

    /// How a file is mentioned so that it is meant and no other of `files`.
    public static String of(LibraryFile file, List<LibraryFile> files) {
        Path path = file.path();
        int names = 1;
        while (names < path.getNameCount() && isShared(tail(path, names), files)) {
            names++;
        }
        String name = tail(path, names);
        return name.chars().anyMatch(Character::isWhitespace) ? "@\"" + name + "\"" : "@" + name;
    }

    private static boolean isShared(String name, List<LibraryFile> files) {
        return files.stream().filter(file -> isNamed(file.path(), name)).limit(2).count() > 1;
    }

    private static String tail(Path path, int names) {
        return path.subpath(path.getNameCount() - names, path.getNameCount()).toString();
    }

    private static boolean isNamed(Path path, String name) {
        String whole = path.toString();
        return whole.equals(name) || whole.endsWith("/" + name) || whole.endsWith("\\" + name);
    }
}
