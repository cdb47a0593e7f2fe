package org.fumikura.rag.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fumikura.rag.index.ContentTerms;

/// Takes questions apart that ask for several things at once, so that passages are found for each.
/// By rule, and only where each part can be found by itself.
final class QuestionParts {
    private static final int MOST = 4;
    private static final int TELLING = 2;

    /// "When was it built, and who paid for it?", "…はいつで、…はいくらですか".
    private static final Pattern BETWEEN =
            Pattern.compile(
                    "(?<=[?？])\\s*|(?<=か。)\\s*|[,;]?\\s+and\\s+(?=(?:when|where|who|whom|whose|which|what|why|how)\\b)"
                            + "|(?<=[つくこ何誰れのん人円日年])(?:ですか)?(?:で|でしょうか)?、(?:また、?|それから、?|そして、?)?",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern ASKS =
            Pattern.compile(
                    "\\b(?:when|where|who|whom|whose|which|what|why|how|is|are|was|were|do|does|did|can|may|must)\\b"
                            + "|いつ|どこ|誰|だれ|何|いくら|いくつ|どの|どれ|どう|なぜ|か[。？?]?$|教えて",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern LEANS =
            Pattern.compile(
                    "\\b(?:it|its|they|them|their|he|she|his|her|this|that|these|those)\\b|それ|その|これ|この|彼",
                    Pattern.CASE_INSENSITIVE);

    /// "What are the opening hours and the fees of the museum?"
    private static final Pattern TWO_THINGS =
            Pattern.compile(
                    "^(?<ask>(?:what|when|where|who|which|how(?: \\w+)?)\\s+(?:is|are|was|were))\\s+(?<one>the [^,?]+?)\\s+and\\s+(?<other>the [^,?]+?)\\s*\\??$",
                    Pattern.CASE_INSENSITIVE);

    /// "本館の開館時間と休館日はいつですか。"
    private static final Pattern TWO_THINGS_JAPANESE =
            Pattern.compile(
                    "^(?<one>[^、。？?はが]+?)と(?<other>[^、。？?はが]+?)(?<ask>[はが]、?(?:それぞれ)?(?:いつ|どこ|誰|だれ|何|いくら|いくつ|どの|どれ|どう|教えて)[^、]*)$");

    private QuestionParts() {}

    /// The parts of `question`, in order; `question` alone if it asks for one thing.
    static List<String> of(String question, ContentTerms terms) {
        String text = question.strip();
        Matcher english = TWO_THINGS.matcher(text);
        if (english.matches()) {
            return List.of(
                    english.group("ask") + " " + english.group("one") + "?",
                    english.group("ask") + " " + english.group("other") + "?");
        }
        Matcher japanese = TWO_THINGS_JAPANESE.matcher(text);
        if (japanese.matches() && areAlike(japanese.group("one"), japanese.group("other"))) {
            String one = japanese.group("one");
            String of = one.substring(0, one.lastIndexOf('の') + 1);
            String other = japanese.group("other");
            return List.of(
                    one + japanese.group("ask"),
                    (other.contains("の") ? "" : of) + other + japanese.group("ask"));
        }
        return clauses(text, terms);
    }

    /// 東京と大阪の間の距離 is one thing: what の ties together is not two of a kind.
    private static boolean areAlike(String one, String other) {
        return one.contains("の") || !other.contains("の");
    }

    private static List<String> clauses(String text, ContentTerms terms) {
        var parts = new ArrayList<String>();
        for (String part : BETWEEN.split(text, MOST)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        boolean apart =
                parts.size() > 1
                        && parts.stream()
                                .allMatch(part ->
                                        ASKS.matcher(part).find()
                                                && (terms.of(part).size() >= TELLING
                                                        || LEANS.matcher(part).find()));
        if (!apart) {
            return List.of(text);
        }
        // "… and who paid for it?": what it is, is said in the first part.
        for (int i = 1; i < parts.size(); i++) {
            if (LEANS.matcher(parts.get(i)).find()) {
                parts.set(i, parts.getFirst() + "\n" + parts.get(i));
            }
        }
        return List.copyOf(parts);
    }
}
