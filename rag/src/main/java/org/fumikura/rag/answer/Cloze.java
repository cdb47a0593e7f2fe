package org.fumikura.rag.answer;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.fumikura.rag.index.SearchText;

/// A Japanese question as a sentence with a gap, where its 何, 誰 or どこ stands. An answer that says
/// the question again fills the gap, and all around it is the question's: 「駅が開業したのは何年ですか」,
/// 「駅が開業したのは1913年です。」. English turns its words round when it asks, and is left to the model.
final class Cloze {
    private static final Pattern GAP =
            Pattern.compile("何(?:\\p{IsHan}何)*|誰|だれ|どなた|どこ|いつ|いくつ|いくら|なに|なん(?=[でとのにかがを])");

    private static final Pattern COPULA =
            Pattern.compile("(?:のこと)?(?:でした|です|であった|である|だった|だ|で)[。.]?$");

    /// What follows the gap where the question only asks what something is, after the unit if it is
    /// counted.
    private static final Pattern ONLY_ASKS =
            Pattern.compile("(?:のこと)?(?:でしょう|でした|です|であった|である|だった|だ|なの|の)?か?$");

    private static final int LONGEST_UNIT = 3;
    private static final int SHORTEST_BEFORE = 3;
    private static final int LONGEST = 40;

    private Cloze() {}

    /// What of `sentence` fills the gap of `question`; empty unless all else is the question's.
    static Optional<String> filling(String sentence, String question) {
        String asked = question.strip().replaceFirst("[?？。\\s]+$", "");
        Matcher gap = GAP.matcher(asked);
        if (!gap.find()) {
            return Optional.empty();
        }
        String before = asked.substring(0, gap.start());
        String after = asked.substring(gap.end());
        return gap.find()
                ? Optional.empty()
                : behind(before, sentence)
                        .flatMap(rest -> ahead(after, rest))
                        .map(words -> words.replaceFirst("^[、,\\s]+", "").strip())
                        .filter(words -> !words.isEmpty() && words.length() <= LONGEST);
    }

    /// What of `sentence` comes after the longest end of `before` that it begins with.
    private static Optional<String> behind(String before, String sentence) {
        String known = SearchText.essence(before);
        return IntStream.range(1, sentence.length())
                .map(i -> sentence.length() - i)
                .filter(end -> {
                    String begin = SearchText.essence(sentence.substring(0, end));
                    return begin.length() >= SHORTEST_BEFORE && known.endsWith(begin);
                })
                .mapToObj(sentence::substring)
                .findFirst();
    }

    /// What of `rest` comes before what the question says after its gap.
    private static Optional<String> ahead(String after, String rest) {
        if (ONLY_ASKS.matcher(after).replaceFirst("").length() <= LONGEST_UNIT) {
            Matcher copula = COPULA.matcher(rest);
            return copula.find()
                    ? Optional.of(rest.substring(0, copula.start()))
                    : Optional.empty();
        }
        String known = SearchText.essence(after.replaceFirst("か$", ""));
        return IntStream.range(1, rest.length())
                .filter(end -> SearchText.essence(rest.substring(end)).equals(known))
                .mapToObj(end -> rest.substring(0, end))
                .findFirst();
    }
}
