package org.fumikura.app.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fumikura.rag.answer.Language;
import org.fumikura.rag.parse.Block;
import org.fumikura.rag.task.Task;
import org.fumikura.rag.task.Task.Classify.Each;
import org.fumikura.rag.task.Task.Classify.Example;
import org.fumikura.rag.task.TaskDocument;

/// What a task's name, the words after it and the documents given come to.
public sealed interface TaskReading {
    /// Tasks to do, one after the other.
    record Understood(List<Task> tasks) implements TaskReading {
        public Understood {
            tasks = List.copyOf(tasks);
        }
    }

    /// Something is missing.
    ///
    /// @param need what
    record Incomplete(Need need) implements TaskReading {}

    /// What a task may lack.
    enum Need {
        /// A document, or a text after the name.
        DOCUMENT,
        /// A second document.
        SECOND_DOCUMENT,
        /// A language to translate into that is known.
        LANGUAGE,
        /// Two labels or more.
        LABELS,
        /// How to rewrite.
        WISH
    }

    /// A shorter text is one if it ends a sentence.
    int SHORTEST_TEXT = 40;

    /// What a sentence ends with.
    Pattern SENTENCE_END = Pattern.compile("[.!?。！？]\\s*$|\\R");

    /// Reads a command. Without documents, what is left of the words is the text to work on.
    ///
    /// @param words what follows the name, mentions of files taken out
    static TaskReading of(TaskName name, String words, List<TaskDocument> documents) {
        return switch (name) {
            case SUMMARIZE -> each(documents, text(words), Task.Summarize::new);
            case OUTLINE -> each(documents, text(words), Task.Outline::new);
            case COMPARE ->
                    documents.size() < 2
                            ? new Incomplete(Need.SECOND_DOCUMENT)
                            : new Understood(List.of(new Task.Compare(documents)));
            case TRANSLATE -> translate(words.strip(), documents);
            case EXTRACT -> extract(words.strip(), documents);
            case CLASSIFY -> classify(words, documents);
            case REWRITE -> rewrite(words.strip(), documents);
            case CODE -> code(words.strip(), documents);
        };
    }

    /// `words` if they can be worked on by themselves: a word or two that end no sentence were
    /// meant as a file's name.
    private static String text(String words) {
        return words.strip().length() < SHORTEST_TEXT && !SENTENCE_END.matcher(words).find()
                ? ""
                : words;
    }

    private static TaskReading each(
            List<TaskDocument> documents,
            String text,
            java.util.function.Function<TaskDocument, Task> task) {
        List<TaskDocument> material =
                documents.isEmpty() && !text.isBlank()
                        ? List.of(TaskDocument.ofText(text))
                        : documents;
        return material.isEmpty()
                ? new Incomplete(Need.DOCUMENT)
                : new Understood(material.stream().map(task).toList());
    }

    /// `/translate ja …`: a language first, or none for Japanese to English and the other way.
    private static TaskReading translate(String words, List<TaskDocument> documents) {
        String first = words.split("\\s", 2)[0];
        Optional<Locale> to = language(first);
        String rest = to.isPresent() ? words.substring(first.length()).strip() : words;
        if (to.isEmpty() && !documents.isEmpty() && !words.isEmpty()) {
            return new Incomplete(Need.LANGUAGE);
        }
        return each(
                documents,
                rest,
                document ->
                        new Task.Translate(
                                document, to.orElseGet(() -> other(document.language()))));
    }

    private static Locale other(Language language) {
        return switch (language) {
            case ENGLISH -> Locale.JAPANESE;
            case JAPANESE -> Locale.ENGLISH;
        };
    }

    /// A language by its tag or its name in English, Japanese or itself.
    private static Optional<Locale> language(String word) {
        if (word.isEmpty()) {
            return Optional.empty();
        }
        return Arrays.stream(Locale.getISOLanguages())
                .map(Locale::of)
                .filter(locale ->
                        word.equalsIgnoreCase(locale.getLanguage())
                                || word.equalsIgnoreCase(locale.getDisplayLanguage(Locale.ENGLISH))
                                || word.equals(locale.getDisplayLanguage(Locale.JAPANESE))
                                || word.equalsIgnoreCase(locale.getDisplayLanguage(locale)))
                .findFirst();
    }

    /// `/extract party, date, amount`: names of values, or none for the tables.
    private static TaskReading extract(String words, List<TaskDocument> documents) {
        List<String> fields = list(words.lines().findFirst().orElse(""));
        String text = words.lines().skip(1).reduce("", (a, b) -> a + "\n" + b);
        return each(
                documents,
                text,
                document ->
                        fields.isEmpty()
                                ? new Task.ExtractTables(document)
                                : new Task.ExtractFields(document, fields));
    }

    /// `/classify positive, negative`, then perhaps examples, each on its line: `text => label`.
    private static TaskReading classify(String words, List<TaskDocument> documents) {
        List<String> lines = words.strip().lines().toList();
        List<String> labels = lines.isEmpty() ? List.of() : list(lines.getFirst());
        if (labels.size() < 2) {
            return new Incomplete(Need.LABELS);
        }
        var examples = new ArrayList<Example>();
        var text = new ArrayList<String>();
        for (String line : lines.subList(1, lines.size())) {
            String[] sides = line.split("\\s*(?:=>|⇒|→)\\s*", 2);
            if (sides.length == 2 && labels.contains(sides[1].strip())) {
                examples.add(new Example(sides[0].strip(), sides[1].strip()));
            } else {
                text.add(line);
            }
        }
        String given = String.join("\n\n", text);
        List<TaskDocument> material =
                documents.isEmpty() && !given.isBlank()
                        ? List.of(TaskDocument.ofText(given))
                        : documents;
        if (material.isEmpty()) {
            return new Incomplete(Need.DOCUMENT);
        }
        return new Understood(
                List.of(new Task.Classify(material, each(material), labels, examples)));
    }

    /// A table, or a text that was typed, is labelled row by row.
    private static Each each(List<TaskDocument> documents) {
        boolean rows =
                documents.stream()
                        .allMatch(document ->
                                document.source().title().isEmpty()
                                        || document.content().blocks().stream()
                                                .allMatch(Block.TableRow.class::isInstance));
        return rows ? Each.ROW : Each.DOCUMENT;
    }

    /// `/rewrite more formal`, and the text from the second line on if no file is named.
    private static TaskReading rewrite(String words, List<TaskDocument> documents) {
        String[] parts = words.split("\\n", 2);
        if (parts[0].isBlank()) {
            return new Incomplete(Need.WISH);
        }
        return each(
                documents,
                parts.length < 2 ? "" : parts[1],
                document -> new Task.Rewrite(document, parts[0].strip()));
    }

    private static TaskReading code(String words, List<TaskDocument> documents) {
        if (words.isBlank()) {
            return new Incomplete(Need.WISH);
        }
        return new Understood(List.of(new Task.Code(words, documents.stream().findFirst())));
    }

    private static List<String> list(String words) {
        return Pattern.compile("[,、，;]")
                .splitAsStream(words)
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }
}
