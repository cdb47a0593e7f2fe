package org.fumikura.rag.eval;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.fumikura.rag.eval.JudgedSentence.JudgedPassage;

/// A question, the passages it is to be answered from, and what is right.
///
/// @param answers right answers; none if the passages do not answer the question
/// @param supporting ids of the passages that hold the answer
public record JudgedAnswer(
        String id,
        String question,
        List<JudgedPassage> passages,
        List<String> answers,
        Set<String> supporting) {
    public JudgedAnswer {
        passages = List.copyOf(passages);
        answers = List.copyOf(answers);
        supporting = Set.copyOf(supporting);
    }

    /// Whether the passages answer the question.
    public boolean answerable() {
        return !answers.isEmpty();
    }

    /// Reads a file with one object a line: id, question, passages (id, text), answers (texts),
    /// supporting (ids of passages).
    ///
    /// @throws org.fumikura.rag.RagException `EVALUATION_SET_BROKEN` with the file and the line
    public static List<JudgedAnswer> read(Path file) {
        return JsonLines.read(
                file,
                fields ->
                        new JudgedAnswer(
                                fields.text("id"),
                                fields.text("question"),
                                JudgedSentence.passages(fields),
                                fields.texts("answers"),
                                Set.copyOf(fields.texts("supporting"))));
    }
}
