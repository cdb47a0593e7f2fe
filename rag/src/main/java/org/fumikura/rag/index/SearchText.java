package org.fumikura.rag.index;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.regex.Pattern;

/// Text made the same for passages and queries before it is cut into words.
public final class SearchText {
    /// A comma that only groups digits: 1,234,567 and 1234567 are the same number.
    private static final Pattern GROUPING = Pattern.compile("(?<=\\d),(?=\\d{3}(?!\\d))");

    private SearchText() {}

    /// `text` with full-width letters and digits, half-width kana and other compatibility forms
    /// folded (NFKC), and numbers without grouping commas.
    static String normalise(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return folded.indexOf(',') < 0 ? folded : GROUPING.matcher(folded).replaceAll("");
    }

    /// `text` without spaces and line breaks, which do not make two texts different.
    public static String letters(String text) {
        // For every passage that is found: a pattern takes a fifth of a search.
        var letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!isSpace(text.charAt(i))) {
                letters.append(text.charAt(i));
            }
        }
        return letters.toString();
    }

    /// What two texts have in common that differ in spaces, punctuation, case and width alone: a
    /// PDF and the document it was made from. A number or a word more makes them different; which
    /// of two versions is right is for people to see.
    public static String essence(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
        var essence = new StringBuilder(folded.length());
        folded.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(essence::appendCodePoint);
        return essence.isEmpty() ? letters(text) : essence.toString();
    }

    private static boolean isSpace(char character) {
        return character == ' ' || character >= '\t' && character <= '\r';
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
