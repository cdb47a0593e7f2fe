package org.fumikura.rag.answer;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Sees, by their words alone, that two texts about the same thing say the opposite: one denies
/// what the other states, or one says more where the other says less.
final class Opposition {
    private static final Pattern DENIAL =
            Pattern.compile(
                    "\\b(?:not|no|never|none|neither|nor|cannot|without|nothing|nobody)\\b|n['’]t\\b"
                            + "|な(?:い|く|かった|し)(?![いっ])|ません|無い|無し|ず(?:に|、|。)|ぬ。");

    /// What has the form of a denial and is none: a duty, a possibility, an addition.
    private static final Pattern NO_DENIAL =
            Pattern.compile(
                    "\\bnot (?:only|just|merely|simply|least)\\b|\\bno (?:later|earlier|more|less|fewer) than\\b|\\bno doubt\\b"
                            + "|な(?:ければ|くては|いと)(?:な[らり]|いけ)(?:ない|ません|なかった|ず)|ざるを得(?:ない|ません|なかった)"
                            + "|かもしれ(?:ない|ません|なかった)|(?:にほかなら|に過ぎ|にすぎ|に違い|間違い)(?:ない|ません|なかった)"
                            + "|(?:だけ|のみ|ばかり)で(?:は|も)?なく(?:て)?|のみならず|に限らず|を問わず|にかかわらず|に関わらず|必ず|はず。|(?<![ぁ-ん一-龠])まず、");

    /// Words that say the one thing, and words that say the other.
    private static final List<Pair> PAIRS =
            List.of(
                    pair(
                            "increas\\w*|ris(?:e|es|ing)|rose|higher|more|elevat\\w*|enhanc\\w*|greater|grow(?:s|th|ing)?|grew|upregulat\\w*|promot\\w*|activat\\w*|増\\p{L}*|上昇|向上|拡大|高い|多い",
                            "decreas\\w*|reduc\\w*|lower\\w*|less|fewer|declin\\w*|fall(?:s|ing)?|fell|drop\\w*|diminish\\w*|impair\\w*|downregulat\\w*|inhibit\\w*|suppress\\w*|減\\p{L}*|低下|縮小|下落|低い|少ない"),
                    pair("before|earlier|以前|前に|前の", "after|later|以後|以降|後に|後の"),
                    pair("open\\w*|開(?:く|き|い|け)\\p{L}*", "clos\\w*|shut\\w*|閉\\p{L}*"),
                    pair(
                            "allow\\w*|permit\\w*|may|できます|できる|可能",
                            "forbid\\w*|forbidden|prohibit\\w*|禁止|できません|できない|不可"),
                    pair("first|oldest|最初|最古", "last|latest|newest|最後|最新"),
                    pair(
                            "largest|biggest|highest|longest|most|最大|最高|最長|最も多い",
                            "smallest|lowest|shortest|least|最小|最低|最短|最も少ない"),
                    pair("win(?:s|ning)?|won|勝\\p{L}*", "los(?:e|es|ing)|lost|敗\\p{L}*|負け\\p{L}*"));

    private Opposition() {}

    /// Whether one of the two denies and the other does not.
    static boolean denies(String sentence, String evidence) {
        return denies(sentence, evidence, _ -> true);
    }

    /// Whether the sentence denies what the evidence states or the other way round. Evidence denies
    /// all sorts of things; of its denials those count that `isSaid` finds in the sentence.
    static boolean denies(String sentence, String evidence, Predicate<Denial> isSaid) {
        boolean denied = Denial.in(denying(evidence), DENIAL).anyMatch(isSaid);
        return DENIAL.matcher(denying(sentence)).find() != denied;
    }

    /// The text without what only looks like a denial.
    private static String denying(String text) {
        return NO_DENIAL.matcher(Claim.folded(text)).replaceAll("　");
    }

    /// Whether the two point in opposite directions.
    static boolean turns(String sentence, String evidence) {
        String said = Claim.folded(sentence);
        String source = Claim.folded(evidence);
        return PAIRS.stream().anyMatch(pair -> pair.turns(said, source));
    }

    private static Pair pair(String one, String other) {
        return new Pair(word(one), word(other));
    }

    private static Pattern word(String alternatives) {
        return Pattern.compile("(?<![a-z])(?:" + alternatives + ")(?![a-z])");
    }

    private record Pair(Pattern one, Pattern other) {
        boolean turns(String sentence, String evidence) {
            boolean oneSaid = one.matcher(sentence).find();
            boolean otherSaid = other.matcher(sentence).find();
            if (oneSaid == otherSaid) {
                return false;
            }
            boolean oneThere = one.matcher(evidence).find();
            boolean otherThere = other.matcher(evidence).find();
            return oneSaid ? otherThere && !oneThere : oneThere && !otherThere;
        }
    }
}
