package org.fumikura.rag.eval.text;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// How many tokens two texts share.
///
/// @param written tokens of the candidate
/// @param expected tokens of the reference
record Overlap(int shared, int written, int expected) {
    double precision() {
        return written == 0 ? 0 : (double) shared / written;
    }

    double recall() {
        return expected == 0 ? 0 : (double) shared / expected;
    }

    double f1() {
        return shared == 0 ? 0 : 2.0 * shared / (written + expected);
    }

    /// How answers are cut for comparing: by words in English, by characters in Japanese. Case,
    /// width, punctuation and articles do not count, as in SQuAD's evaluation.
    enum Tokens {
        /// English words.
        WORDS {
            @Override
            List<String> in(String text) {
                String plain = ARTICLE.matcher(normal(text)).replaceAll(" ");
                return SPACE.splitAsStream(plain).filter(word -> !word.isEmpty()).toList();
            }
        },
        /// Characters.
        CHARACTERS {
            @Override
            List<String> in(String text) {
                return BleuTokenizer.CHARACTERS.tokens(normal(text));
            }
        };

        private static final Pattern SPACE = Pattern.compile("(?U)\\s+");
        private static final Pattern ARTICLE = Pattern.compile("\\b(a|an|the)\\b");
        private static final Pattern PUNCTUATION = Pattern.compile("[\\p{P}\\p{S}]");
        private static final Pattern JAPANESE =
                Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");

        /// The tokens of `text`.
        abstract List<String> in(String text);

        /// How text of this language is cut.
        static Tokens of(String text) {
            return JAPANESE.matcher(text).find() ? CHARACTERS : WORDS;
        }

        private static String normal(String text) {
            String folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
            return PUNCTUATION.matcher(folded.toLowerCase(Locale.ROOT)).replaceAll("");
        }
    }
}
