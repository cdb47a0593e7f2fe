package org.fumikura.inference.ffm;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/// A question and a passage as one input of a reranker: the way its file says (a template named
/// `rerank`), or else, as llama.cpp's own server does, one after the other with the marks that the
/// vocabulary has for it. Too long a passage is cut, never the question.
final class PairTokens {
    private static final String QUESTION = "{query}";
    private static final String PASSAGE = "{document}";

    private final Vocabulary vocabulary;
    private final Optional<String> template;
    private final int room;

    /// @param template the file's, with places for both
    /// @param room tokens that a step takes
    PairTokens(Vocabulary vocabulary, Optional<String> template, int room) {
        this.vocabulary = vocabulary;
        this.template = template;
        this.room = room;
    }

    /// The tokens of both together, at most `maxTokens`; the question alone may take three quarters
    /// of them.
    int[] of(String question, String passage, int maxTokens) {
        int most = Math.min(maxTokens, room);
        String asked = normal(question);
        String answer = normal(passage);
        return template.map(form -> filled(form, asked, answer, most))
                .orElseGet(() -> joined(asked, answer, most));
    }

    private int[] joined(String question, String passage, int most) {
        int[] asked = vocabulary.tokens(question);
        int[] before =
                concat(
                        vocabulary.beginning(),
                        Arrays.copyOf(asked, Math.min(asked.length, most * 3 / 4)),
                        vocabulary.end(),
                        vocabulary.separator());
        int[] answer = vocabulary.tokens(passage);
        int left = Math.max(0, most - before.length - vocabulary.end().length);
        return concat(
                before, Arrays.copyOf(answer, Math.min(answer.length, left)), vocabulary.end());
    }

    private int[] filled(String form, String question, String passage, int most) {
        String answer = passage;
        while (true) {
            int[] tokens =
                    vocabulary.promptTokens(
                            form.replace(QUESTION, question).replace(PASSAGE, answer));
            if (tokens.length <= most || answer.isEmpty()) {
                return tokens.length <= most ? tokens : Arrays.copyOf(tokens, most);
            }
            // Tokens have a character at least: what is cut here is never more than need be by
            // much.
            int over = tokens.length - most;
            answer = answer.substring(0, Math.max(0, answer.length() - Math.max(1, over)));
        }
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private static int[] concat(int[]... parts) {
        return Arrays.stream(parts).flatMapToInt(IntStream::of).toArray();
    }
}
