package org.fumikura.rag.answer;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The names a text mentions, as far as their spelling gives them away: words with a capital inside
/// a sentence, and longer words in katakana. Lower case, compatibility forms folded.
final class Names {
    private static final Pattern NAME =
            Pattern.compile("(?<=[^.!?。\\s]\\s|[(\"'「『])\\p{Lu}[\\p{L}\\p{N}'-]+|[ァ-ヴー]{4,}");

    private static final Pattern SHORT_NAME = Pattern.compile("(?<![ァ-ヴー])[ァ-ヴー]{3}(?![ァ-ヴー])");

    private Names() {}

    static Set<String> in(String text) {
        return places(fold(text))
                .map(name -> name.group().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Where names stand in `text`, as it is.
    static Stream<MatchResult> places(String text) {
        return NAME.matcher(text).results();
    }

    /// The names a question asks about: also shorter words in katakana, of which a question has few
    /// that are no names; units of measure are none.
    static Set<String> askedIn(String question) {
        var names = new LinkedHashSet<>(in(question));
        Matcher matcher = SHORT_NAME.matcher(fold(question));
        while (matcher.find()) {
            names.add(matcher.group());
        }
        names.removeIf(Claim::isUnit);
        return names;
    }

    /// Whether `text` mentions `name`, which [#in] gave.
    static boolean mentions(String text, String name) {
        return fold(text).toLowerCase(Locale.ROOT).contains(name);
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
