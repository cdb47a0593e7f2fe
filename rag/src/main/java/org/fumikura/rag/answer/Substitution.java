package org.fumikura.rag.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fumikura.rag.Span;

/// A name put in the place of another: what stands around it is the source's own words, and it is
/// not. Japanese names in kanji are spelled like any other word, so that their spelling does not
/// give them away ([Names]); an English one that the source does not have may be spelled otherwise
/// there. But a wrong one in an answer takes the right one's place.
final class Substitution {
    private static final Pattern JAPANESE = Pattern.compile("[一-龠々ヶァ-ヴー]{2,}");

    /// Nouns that stand for another that was named before.
    private static final Pattern STANDS_FOR_ANOTHER =
            Pattern.compile("[同当].{1,2}|本[人件国社書]|両[国社者]|[作筆著記]者|彼女|我々|自分|自身");

    /// How many times as long as the name what stood in its place may be, and some letters.
    private static final int TIMES = 2;

    private static final int LONGER = 12;

    /// Two nouns that share this much of the shorter are spellings of one thing.
    private static final double ALIKE = 0.5;

    /// English words that begin so alike are.
    private static final int SAME_BEGINNING = 4;

    private Substitution() {}

    /// Whether `sentence` has a name in the place of another in one of `sources`.
    ///
    /// @param known whether a name stands somewhere in what may be cited, or in the question
    static boolean isIn(String sentence, List<String> sources, Predicate<String> known) {
        String said = compact(sentence);
        List<String> texts = sources.stream().map(Substitution::compact).toList();
        return Stream.concat(japanese(said, known), english(sentence, said, known))
                .anyMatch(name -> texts.stream().anyMatch(name::standsForAnother));
    }

    /// Letters on each side that must be the source's: in Japanese fewer are particles that stand
    /// anywhere, in English these are about two words.
    private static int around(Language language) {
        return switch (language) {
            case JAPANESE -> 4;
            case ENGLISH -> 10;
        };
    }

    private static Stream<Name> japanese(String said, Predicate<String> known) {
        return JAPANESE.matcher(said)
                .results()
                .filter(noun -> !STANDS_FOR_ANOTHER.matcher(noun.group()).matches())
                .filter(noun -> !known.test(noun.group()))
                .map(noun -> Name.in(said, noun.start(), noun.end(), Language.JAPANESE));
    }

    private static Stream<Name> english(String sentence, String said, Predicate<String> known) {
        return unknown(sentence, known).stream()
                .map(name ->
                        Name.in(
                                said,
                                compact(sentence.substring(0, name.start())).length(),
                                compact(sentence.substring(0, name.end())).length(),
                                Language.ENGLISH));
    }

    /// English names that are not known, those beside one another as one.
    private static List<Span> unknown(String sentence, Predicate<String> known) {
        var names = new ArrayList<Span>();
        Names.places(sentence)
                .filter(name -> !JAPANESE.matcher(name.group()).find())
                .filter(name -> !known.test(name.group().toLowerCase(Locale.ROOT)))
                .forEach(name -> {
                    boolean goesOn =
                            !names.isEmpty()
                                    && sentence.substring(names.getLast().end(), name.start())
                                            .isBlank();
                    int start = goesOn ? names.removeLast().start() : name.start();
                    names.add(new Span(start, name.end()));
                });
        return names;
    }

    /// A name with the letters around it, of a text without spaces.
    private record Name(
            String word, String before, String after, boolean begins, Language language) {
        static Name in(String text, int start, int end, Language language) {
            int around = around(language);
            return new Name(
                    text.substring(start, end),
                    text.substring(Math.max(0, start - around), start),
                    text.substring(end, Math.min(text.length(), end + around)),
                    start < around,
                    language);
        }

        /// Whether `text` has another in this place.
        boolean standsForAnother(String text) {
            // At the end of a sentence there may be no more than its mark.
            boolean ends = after.length() < around(language);
            if (ends && (begins || after.isEmpty())) {
                return false;
            }
            var place =
                    Pattern.compile(
                            (begins ? "(?:^|[。.\n])" : "")
                                    + Pattern.quote(before)
                                    + "([^。\n]{1,"
                                    + (TIMES * word.length() + LONGER)
                                    + "}?)"
                                    + Pattern.quote(after));
            Matcher found = place.matcher(text);
            return found.find() && isAnother(found.group(1));
        }

        /// Whether `there`, which stands in its place, names something else.
        private boolean isAnother(String there) {
            if (there.chars().noneMatch(c -> Character.isLetter(c) && !isHiragana(c))) {
                return false;
            }
            return switch (language) {
                case JAPANESE -> !sharesLetters(there);
                case ENGLISH ->
                        !there.contains(word.substring(0, Math.min(word.length(), SAME_BEGINNING)))
                                && !isShortFor(there);
            };
        }

        private boolean sharesLetters(String there) {
            long shared = word.chars().filter(c -> there.indexOf(c) >= 0).count();
            return shared >= ALIKE * Math.min(word.length(), there.length());
        }

        /// WHO for World Health Organization.
        private boolean isShortFor(String there) {
            int at = 0;
            for (int i = 0; i < there.length() && at < word.length(); i++) {
                at += there.charAt(i) == word.charAt(at) ? 1 : 0;
            }
            return at == word.length() && word.length() <= SAME_BEGINNING + 1;
        }

        private static boolean isHiragana(int letter) {
            return Character.UnicodeScript.of(letter) == Character.UnicodeScript.HIRAGANA;
        }
    }

    private static String compact(String text) {
        return Claim.folded(text).replaceAll("[ \\t\\u3000]+", "");
    }
}
