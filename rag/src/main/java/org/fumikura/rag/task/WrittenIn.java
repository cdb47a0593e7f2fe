package org.fumikura.rag.task;

import java.lang.Character.UnicodeScript;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fumikura.rag.answer.Language;

/// Tells from its letters what language a text may be in.
final class WrittenIn {
    private static final double MUCH = 0.15;
    private static final double MOST = 0.5;
    private static final Set<UnicodeScript> KANA =
            Set.of(UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);

    private static final Set<String> ANOTHER_SCRIPT = Set.of("ja", "zh", "ko", "ru", "uk");
    private static final Pattern LATIN_WORD = Pattern.compile("(?<![A-Za-z0-9./@_-])[a-z]{4,}");

    private WrittenIn() {}

    /// Japanese if a good part of the letters is, else English.
    static Language most(String text) {
        Letters letters = Letters.of(text);
        return letters.share(letters.kana + letters.han) >= MUCH
                ? Language.JAPANESE
                : Language.ENGLISH;
    }

    /// Whether `text` can be in `language`, by its script. A text without letters is in every
    /// language; one of names only may pass for another of the same script.
    static boolean canBe(String text, Locale language) {
        Letters l = Letters.of(text);
        if (l.all == 0) {
            return true;
        }
        return switch (language.getLanguage()) {
            // A heading may be kanji alone; names and units stay in Latin letters.
            case "ja" -> l.share(l.kana + l.han) >= MUCH && l.hangul == 0;
            case "zh" -> l.share(l.han) >= MUCH && l.kana == 0;
            case "ko" -> l.share(l.hangul) >= MUCH;
            case "ru", "uk", "bg", "sr" -> l.share(l.cyrillic) >= MOST;
            default -> l.share(l.latin) >= MOST && l.share(l.kana + l.han) < MUCH;
        };
    }

    /// Whether `text` needs no translation into `language`.
    static boolean isIn(String text, Locale language) {
        Letters l = Letters.of(text);
        return l.all == 0
                || language.getLanguage().equals("ja") && l.share(l.kana) >= MUCH
                || language.getLanguage().equals("en")
                        && l.all == l.latin
                        && most(text) == Language.ENGLISH
                        && isAscii(text);
    }

    /// Whether no word of `source` was left as it is in a `reply` of another script. Names and
    /// abbreviations, which begin with a capital, may stay.
    static boolean leavesNothing(String source, String reply, Locale language) {
        if (!ANOTHER_SCRIPT.contains(language.getLanguage())) {
            return true;
        }
        Set<String> words = words(reply);
        words.retainAll(words(source));
        return words.isEmpty();
    }

    private static Set<String> words(String text) {
        return LATIN_WORD
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x250 || c >= 0x2000 && c < 0x2070);
    }

    private record Letters(int all, int kana, int han, int hangul, int cyrillic, int latin) {
        static Letters of(String text) {
            int[] count = new int[6];
            text.codePoints()
                    .filter(Character::isLetter)
                    .forEach(letter -> {
                        UnicodeScript script = UnicodeScript.of(letter);
                        count[0]++;
                        count[1] += KANA.contains(script) ? 1 : 0;
                        count[2] += script == UnicodeScript.HAN ? 1 : 0;
                        count[3] += script == UnicodeScript.HANGUL ? 1 : 0;
                        count[4] += script == UnicodeScript.CYRILLIC ? 1 : 0;
                        count[5] += script == UnicodeScript.LATIN ? 1 : 0;
                    });
            return new Letters(count[0], count[1], count[2], count[3], count[4], count[5]);
        }

        double share(int some) {
            return all == 0 ? 0 : (double) some / all;
        }
    }
}
