package org.fumikura.rag.index;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.regex.Pattern;

/// Text made the same for passages and queries before it is cut into words.
public final class SearchText {
    /// A comma that only groups digits: 1,234,567 and 1234567 are the same number.
    private static final Pattern GROUPING = Pattern.compile("(?<=\\d),(?=\\d{3}(?!\\d))");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private SearchText() {}

    /// `text` with full-width letters and digits, half-width kana and other compatibility forms
    /// folded (NFKC), and numbers without grouping commas.
    static String normalise(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return folded.indexOf(',') < 0 ? folded : GROUPING.matcher(folded).replaceAll("");
    }

    /// `text` without spaces and line breaks, which do not make two texts different.
    public static String letters(String text) {
        return SPACES.matcher(text).replaceAll("");
    }

    /// Whether `text` has a Chinese character, kana or Hangul: a script written without spaces, or
    /// without spaces between all words.
    public static boolean isCjk(CharSequence text) {
        return text.codePoints().anyMatch(SearchText::isCjk);
    }

    private static boolean isCjk(int codePoint) {
        if (codePoint < 0x1100) {
            return false;
        }
        UnicodeScript script = UnicodeScript.of(codePoint);
        return script == UnicodeScript.HAN
                || script == UnicodeScript.HIRAGANA
                || script == UnicodeScript.KATAKANA
                || script == UnicodeScript.HANGUL;
    }
}
