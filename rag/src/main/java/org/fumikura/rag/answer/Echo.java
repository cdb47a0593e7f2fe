package org.fumikura.rag.answer;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Recognises an answer that only says a word of the question again: asked what there is beside A,
/// small models say "A". A word of the question may well be the answer where the question offers a
/// choice, or asks whether something is so.
final class Echo {
    private static final Pattern ASKS_FOR_SOMETHING =
            Pattern.compile(
                    "\\b(?:who|whom|whose|what|which|when|where|why|how)\\b"
                            + "|[何誰]|だれ|どこ|どの|どんな|どう|いつ|いく[つら]|なに|なぜ");

    private static final Pattern OFFERS_A_CHOICE =
            Pattern.compile(
                    "\\b(?:which of|or|whether|either|between)\\b"
                            + "|どちら|どっち|どれ|いずれ|のうち|の(?:なか|中)で|(?<![ほなばし])か[、,]?[^か]+か[?。]*$");

    private static final Pattern ENDING = Pattern.compile("(?:です|でした|である|だった|だ)?[。.!]*$");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Echo() {}

    /// Whether `sentence` says nothing but what stands in `question`, which asks for something
    /// else.
    static boolean isOne(String question, String sentence) {
        String asked = fold(question);
        String said = letters(ENDING.matcher(fold(sentence).strip()).replaceFirst(""));
        return !said.isEmpty()
                && letters(asked).contains(said)
                && ASKS_FOR_SOMETHING.matcher(asked).find()
                && !OFFERS_A_CHOICE.matcher(asked).find();
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static String letters(String text) {
        return NO_LETTERS.matcher(text).replaceAll("");
    }
}
