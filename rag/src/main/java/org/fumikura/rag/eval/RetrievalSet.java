package org.fumikura.rag.eval;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// A judged collection: texts, questions, and which texts answer which question.
///
/// @param name the folder's name
/// @param judgements question id to text id to grade; positive grades are relevant
public record RetrievalSet(
        String name,
        List<Text> corpus,
        List<Question> questions,
        Map<String, Map<String, Integer>> judgements) {
    /// A text of the collection; `title` may be empty.
    public record Text(String id, String title, String text) {}

    /// A question put to the collection.
    public record Question(String id, String text) {}

    /// A line of `qrels.tsv`.
    record Judgement(String question, String text, int grade) {
        /// @throws IllegalArgumentException if it has not three columns, the last a number
        static Judgement of(String line) {
            String[] parts = line.strip().split("\t", -1);
            if (parts.length != 3) {
                throw new IllegalArgumentException("not three columns");
            }
            return new Judgement(parts[0], parts[1], Integer.parseInt(parts[2]));
        }
    }

    public RetrievalSet {
        corpus = List.copyOf(corpus);
        questions = List.copyOf(questions);
        judgements = Map.copyOf(judgements);
    }

    /// Reads `corpus.jsonl` (id, title, text), `queries.jsonl` (id, text) and `qrels.tsv` (question
    /// id, text id, grade; tabs, no header).
    ///
    /// @throws org.fumikura.rag.RagException `EVALUATION_SET_BROKEN` with the file and the line
    public static RetrievalSet read(Path folder) {
        List<Text> corpus =
                JsonLines.read(
                        folder.resolve("corpus.jsonl"),
                        unique(
                                fields ->
                                        new Text(
                                                fields.text("id"),
                                                fields.text("title", ""),
                                                fields.text("text")),
                                Text::id));
        List<Question> questions =
                JsonLines.read(
                        folder.resolve("queries.jsonl"),
                        unique(
                                fields -> new Question(fields.text("id"), fields.text("text")),
                                Question::id));
        Map<String, Map<String, Integer>> judgements = new HashMap<>();
        JsonLines.lines(folder.resolve("qrels.tsv"), Judgement::of)
                .forEach(judged ->
                        judgements
                                .computeIfAbsent(judged.question(), _ -> new HashMap<>())
                                .put(judged.text(), judged.grade()));
        return new RetrievalSet(
                folder.toAbsolutePath().normalize().getFileName().toString(),
                corpus,
                questions,
                judgements);
    }

    /// The questions that have judgements: the ones figures are over.
    public List<Question> judged() {
        return questions.stream()
                .filter(question -> judgements.containsKey(question.id()))
                .toList();
    }

    private static <T> JsonLines.Record<T> unique(
            JsonLines.Record<T> record, Function<T, String> id) {
        Set<String> seen = new HashSet<>();
        return fields -> {
            T value = record.of(fields);
            if (!seen.add(id.apply(value))) {
                throw new IllegalArgumentException("the id is there twice");
            }
            return value;
        };
    }
}
