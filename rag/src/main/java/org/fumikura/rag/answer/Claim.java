package org.fumikura.rag.answer;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// What a sentence of an answer claims, in the words that documents would use: without its number
/// in a list and without "Yes," and "No,", which are the writer's own, and with units as signs.
final class Claim {
    private static final Pattern LIST_NUMBER =
            Pattern.compile(
                    "^\\s*(?:[-*•・]\\s*)?(?:\\d{1,2}[.)．）]|[(（]\\d{1,2}[)）]|[①-⑳])\\s*(?=\\D)");

    private static final Pattern REPLY =
            Pattern.compile("^\\s*(?:yes|no|はい|いいえ)\\s*[,、]\\s*", Pattern.CASE_INSENSITIVE);

    private static final Map<String, String> UNITS =
            Map.ofEntries(
                    Map.entry("ミリグラム", "mg"),
                    Map.entry("キログラム", "kg"),
                    Map.entry("グラム", "g"),
                    Map.entry("ミリメートル", "mm"),
                    Map.entry("センチメートル", "cm"),
                    Map.entry("キロメートル", "km"),
                    Map.entry("メートル", "m"),
                    Map.entry("ミリリットル", "ml"),
                    Map.entry("リットル", "l"),
                    Map.entry("パーセント", "%"));

    private static final Pattern UNIT =
            Pattern.compile("(?<=[0-9０-９])\\s?(" + String.join("|", UNITS.keySet()) + ")");

    private Claim() {}

    /// Whether `word` is a unit of measure, which documents write as a sign.
    static boolean isUnit(String word) {
        return UNITS.containsKey(word);
    }

    /// A text in one case and width, as sentences are compared with each other.
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    static String of(String sentence) {
        String unnumbered = LIST_NUMBER.matcher(sentence).replaceFirst("");
        String claim = REPLY.matcher(unnumbered).replaceFirst("");
        return UNIT.matcher(claim)
                .replaceAll(unit -> UNITS.getOrDefault(unit.group(1), unit.group(1)));
    }
}
