package org.fumikura.rag.eval;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Documents, questions with the page that answers each, and questions that no page answers.
///
/// @param documents the folder of the documents
public record PageSet(
        Path documents, List<PageQuestion> questions, List<RetrievalSet.Question> unanswerable) {
    /// A question and the page that answers it.
    public record PageQuestion(String id, String text, FoundPage gold) {}

    /// A page of a document.
    ///
    /// @param document its path below the folder of documents, with `/` between the parts
    /// @param page from 1
    public record FoundPage(String document, int page) {}

    public PageSet {
        questions = List.copyOf(questions);
        unanswerable = List.copyOf(unanswerable);
    }

    /// Reads `queries.jsonl` (id, text, doc, page) and `no_answer.jsonl` (id, text), which may be
    /// missing. The documents themselves are in `documents/`.
    ///
    /// @throws org.fumikura.rag.RagException `EVALUATION_SET_BROKEN` with the file and the line
    public static PageSet read(Path folder) {
        Path noAnswer = folder.resolve("no_answer.jsonl");
        return new PageSet(
                folder.resolve("documents"),
                JsonLines.read(
                        folder.resolve("queries.jsonl"),
                        fields ->
                                new PageQuestion(
                                        fields.text("id"),
                                        fields.text("text"),
                                        new FoundPage(fields.text("doc"), fields.number("page")))),
                Files.exists(noAnswer)
                        ? JsonLines.read(
                                noAnswer,
                                fields ->
                                        new RetrievalSet.Question(
                                                fields.text("id"), fields.text("text")))
                        : List.of());
    }
}
