package org.fumikura.inference.ffm;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/// A question and a passage, or a claim and what it is to follow from, as one input of a model that
/// scores: the way its file says (a template named `rerank`), or else, as llama.cpp's own server
/// does, one after the other with the marks that the vocabulary has for it. Too long a passage is
/// cut, never the question.
final class PairTokens {
    private static final String QUESTION = "{query}";
    private static final String PASSAGE = "{document}";

    private final Vocabulary vocabulary;
    private final Optional<String> template;
    private final Order order;
    private final int room;

    /// Which comes first where the file has no template.
    enum Order {
        /// A reranker reads the question first.
        QUESTION_FIRST,
        /// A model of entailment reads first what a claim is to follow from.
        PASSAGE_FIRST
    }

    /// @param template the file's, with places for both
    /// @param room tokens that a step takes
    PairTokens(Vocabulary vocabulary, Optional<String> template, Order order, int room) {
        this.vocabulary = vocabulary;
        this.template = template;
        this.order = order;
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
        int[] asked = cut(vocabulary.tokens(question), most * 3 / 4);
        int[] between = concat(vocabulary.end(), vocabulary.separator());
        int marks = vocabulary.beginning().length + between.length + vocabulary.end().length;
        int[] answer = cut(vocabulary.tokens(passage), most - marks - asked.length);
        return switch (order) {
            case QUESTION_FIRST ->
                    concat(vocabulary.beginning(), asked, between, answer, vocabulary.end());
            case PASSAGE_FIRST ->
                    concat(vocabulary.beginning(), answer, between, asked, vocabulary.end());
        };
    }

    private static int[] cut(int[] tokens, int most) {
        return Arrays.copyOf(tokens, Math.clamp(most, 0, tokens.length));
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
