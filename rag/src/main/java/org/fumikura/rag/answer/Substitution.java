package org.fumikura.rag.answer;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A Japanese noun put in the place of another: what stands around it is the source's own words,
/// and it is not. Names in kanji are spelled like any other word, so that their spelling does not
/// give them away ([Names]), but a wrong one in an answer takes the right one's place.
final class Substitution {
    private static final Pattern NOUN = Pattern.compile("[一-龠々ヶァ-ヴー]{2,}");

    /// Nouns that stand for another that was named before.
    private static final Pattern STANDS_FOR_ANOTHER =
            Pattern.compile("[同当].{1,2}|本[人件国社書]|両[国社者]|[作筆著記]者|彼女|我々|自分|自身");

    /// Letters on each side that must be the source's: fewer are particles that stand anywhere.
    private static final int AROUND = 4;

    /// The least of them before the end of a sentence, which may be no more than だ。
    private static final int BEFORE_THE_END = 2;

    /// How much longer than the noun what stood in its place may be, in letters.
    private static final int LONGER = 12;

    /// Two nouns that share this much of the shorter are spellings of one thing.
    private static final double ALIKE = 0.5;

    private Substitution() {}

    /// Whether `sentence` has a noun in the place of another in one of `sources`.
    ///
    /// @param known whether a noun stands somewhere in what may be cited, or in the question
    static boolean isIn(String sentence, List<String> sources, Predicate<String> known) {
        String said = compact(sentence);
        List<String> texts = sources.stream().map(Substitution::compact).toList();
        return NOUN.matcher(said)
                .results()
                .filter(noun -> !STANDS_FOR_ANOTHER.matcher(noun.group()).matches())
                .filter(noun -> !known.test(noun.group()))
                .anyMatch(noun -> texts.stream().anyMatch(text -> replaces(noun, said, text)));
    }

    private static boolean replaces(MatchResult noun, String said, String text) {
        String before = said.substring(Math.max(0, noun.start() - AROUND), noun.start());
        String after = said.substring(noun.end(), Math.min(said.length(), noun.end() + AROUND));
        boolean begins = before.length() < AROUND;
        if (after.length() < (begins ? AROUND : BEFORE_THE_END)) {
            return false;
        }
        var place =
                Pattern.compile(
                        (begins ? "(?:^|[。\n])" : "")
                                + Pattern.quote(before)
                                + "([^。\n]{1,"
                                + (noun.group().length() + LONGER)
                                + "}?)"
                                + Pattern.quote(after));
        Matcher found = place.matcher(text);
        return found.find() && isAnother(noun.group(), found.group(1));
    }

    /// Whether `there`, which stands in the noun's place, names something else.
    private static boolean isAnother(String noun, String there) {
        long shared = noun.chars().filter(c -> there.indexOf(c) >= 0).count();
        return there.chars().anyMatch(c -> Character.isLetter(c) && !isHiragana(c))
                && shared < ALIKE * Math.min(noun.length(), there.length());
    }

    private static boolean isHiragana(int letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.HIRAGANA;
    }

    private static String compact(String text) {
        return Claim.folded(text).replaceAll("[ \\t\\u3000]+", "");
    }
}
