package org.fumikura.rag.eval;

import java.nio.file.Path;
import java.util.List;

/// A sentence, passages, and whether they bear it out.
public record JudgedSentence(
        String id, String sentence, List<JudgedPassage> passages, boolean supported) {
    /// A passage of the set.
    public record JudgedPassage(String id, String text) {}

    public JudgedSentence {
        passages = List.copyOf(passages);
    }

    /// Reads a file with one object a line: id, sentence, passages (id, text), label (`supported`
    /// or `unsupported`).
    ///
    /// @throws org.fumikura.rag.RagException `EVALUATION_SET_BROKEN` with the file and the line
    public static List<JudgedSentence> read(Path file) {
        return JsonLines.read(
                file,
                fields ->
                        new JudgedSentence(
                                fields.text("id"),
                                fields.text("sentence"),
                                passages(fields),
                                supported(fields.text("label"))));
    }

    static List<JudgedPassage> passages(JsonLines.Fields fields) {
        return fields.objects("passages").stream()
                .map(passage -> new JudgedPassage(passage.text("id"), passage.text("text")))
                .toList();
    }

    private static boolean supported(String label) {
        return switch (label) {
            case "supported" -> true;
            case "unsupported" -> false;
            default -> throw new IllegalArgumentException("unknown label");
        };
    }
}
