package org.fumikura.rag.answer;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A place where a text denies something.
///
/// @param clause what it stands in, from one mark of punctuation to the next
/// @param beside the words it is likeliest about: in English those after it, in Japanese the
///   letters before it
record Denial(String clause, String beside) {
    /// Behind a mark of punctuation, but not inside a number.
    private static final Pattern CLAUSE = Pattern.compile("(?<=[、。;:!?\\n])|(?<=[,.])(?!\\d)");

    /// About two words.
    private static final int AFTER = 24;

    /// A verb with its ending.
    private static final int BEFORE = 7;

    /// The denials in `text` that `pattern` finds.
    static Stream<Denial> in(String text, Pattern pattern) {
        return CLAUSE.splitAsStream(text)
                .flatMap(clause ->
                        pattern.matcher(clause)
                                .results()
                                .map(found -> new Denial(clause, beside(clause, found))));
    }

    private static String beside(String clause, MatchResult found) {
        boolean english =
                Character.UnicodeScript.of(found.group().codePointAt(0))
                        == Character.UnicodeScript.LATIN;
        return english
                ? clause.substring(found.end(), Math.min(clause.length(), found.end() + AFTER))
                : clause.substring(Math.max(0, found.start() - BEFORE), found.end());
    }
}
