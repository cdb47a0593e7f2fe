package org.fumikura.rag.answer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fumikura.rag.index.SearchText;

/// Which questions ask for a few words ("When …?"), and what may not be left out of a sentence when
/// it is cut down to them.
final class ShortAnswer {
    private static final Pattern ASKS_FOR_FEW_WORDS =
            Pattern.compile(
                    "\\b(?:who|whom|whose|when|where|which|what)\\b|\\bhow (?:many|much|long|old|far|often|tall|high|big|large|deep|heavy|fast|soon)\\b"
                            + "|何(?:\\p{IsHan}何)*+|誰|だれ|どなた|(?<!ほ)ど[この]|どちら|どっち|どれ|いつ|いく[つら]|なに|なん(?=[でとのにかがを])");

    /// They ask for more than a word or two can say.
    private static final Pattern ASKS_FOR_MORE =
            Pattern.compile(
                    "\\b(?:why|how (?:do|does|did|can|is|are|was|were|should|must)|explain\\w*|describ\\w*|differen\\w*|reasons?|purpose|mean(?:s|ing)?|happen\\w*|say|says|what (?:do|does|did|should|must|can|may|shall|will|would))\\b"
                            + "|何故|なぜ|どうして|どう(?!いう)|どんな|どのよう|理由|原因|目的|違い|経緯|方法|手順|内容|特徴|意味|説明|要約|まとめ|述べ|挙げ|すべて|全て");

    /// They ask for someone, somewhere or one of several, which a bare number does not name.
    private static final Pattern ASKS_FOR_A_NAME =
            Pattern.compile(
                    "\\b(?:who|whom|whose|where|which(?! (?:year|month|day|date|number|page|article|section|chapter|version|percentage)))\\b"
                            + "|誰|だれ|どなた|どこ|どれ(?!くらい|ぐらい|ほど|だけ)|どちら|どっち|どの(?!くらい|ぐらい|程度|年|月|日|ページ|条|章)");

    /// They ask for a count or a measure, which has a number.
    private static final Pattern ASKS_FOR_A_NUMBER =
            Pattern.compile(
                    "\\bhow many\\b|\\b(?:what|which) (?:year|percentage|number of)\\b|\\bhow old\\b"
                            + "|何(?:年|月|日|時|分|秒|人|名|個|件|回|歳|才|本|枚|台|冊|円|倍|割|度|位|番|条|章|世紀|ページ|パーセント|[%％]|ドル|メートル|センチ|キロ|グラム|トン)|いくつ");

    private static final Pattern NUMBER =
            Pattern.compile(
                    "\\p{Nd}|[〇一二三四五六七八九十百千万億数半]"
                            + "|\\b(?:no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|hundred|thousand|million|billion|dozen|half|several)\\b",
                    Pattern.CASE_INSENSITIVE);

    /// It denies, hedges, sets a condition, makes an exception or offers another: a sentence that
    /// loses it says something else.
    private static final Pattern LIMIT =
            Pattern.compile(
                    "\\b(?:not|no|never|none|neither|nor|cannot|without|may|might|could|should|probably|possibly|perhaps|reportedly|likely|estimated|believed|if|unless|except|only|provided|but|however|until|or|during|while|whereas|in case|otherwise)\\b|n['’]t\\b"
                            + "|な(?:い|く|かった)|ません|ず(?:に|、|。)|かもしれ|おそらく|恐らく|とされ|と推定|と考えられ|可能性|という説|だろう|であろう|でしょう"
                            + "|場合|限り|または|又は|もしくは|若しくは|あるいは|一方|ただし|但し|を除|除き|のみ|だけ|ならば|[れけせてめべえ]ば、|たら、|原則");

    /// Before or behind an amount or a date, a part of it.
    private static final Pattern BEFORE =
            Pattern.compile(
                    "(?:約|およそ|凡そ|ほぼ|最大|最低|最高|少なくとも|平均|合計|総計|\\b(?:about|approximately|approx\\.|around|nearly|almost|at least|at most|up to|over|under|more than|less than|fewer than|no later than|within|before|after|by|since|until)\\s)$",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern BEHIND =
            Pattern.compile(
                    "^(?:以上|以下|未満|以内|以降|以前|以後|程度|前後|ごろ|頃|くらい|ぐらい|ほど|余り|弱|強|まで|から|より前|より後|％|%|\\s(?:or (?:more|less|fewer|later|earlier)|at (?:least|most)|per\\s\\w+)\\b)");

    private static final Pattern ENDS_WITH_NUMBER = Pattern.compile("\\p{Nd}$");

    private static final Pattern UNIT =
            Pattern.compile(
                    "^(?:年間|日間|週間|時間|世紀|世帯|か国|カ国|ヵ国|か所|カ所|箇所|議席|都市|か月|カ月|ヶ月|[年月日時分秒人名個件回歳才本枚台冊円倍割度位番条章戸社校頭匹棟]"
                            + "|\\s(?<word>\\p{IsLatin}+)\\b)");

    private ShortAnswer() {}

    /// Whether `question` asks for one thing that a few words name.
    static boolean isAskedFor(String question) {
        String asked = Claim.folded(question);
        return ASKS_FOR_FEW_WORDS.matcher(asked).results().count() == 1
                && !ASKS_FOR_MORE.matcher(asked).find();
    }

    /// Whether `stretch` is of the kind that `question` asks for, so far as its words tell.
    static boolean isOfTheKind(String stretch, String question) {
        String asked = Claim.folded(question);
        boolean named = !SearchText.essence(stretch).codePoints().allMatch(Character::isDigit);
        return (named || !ASKS_FOR_A_NAME.matcher(asked).find())
                && (NUMBER.matcher(stretch).find() || !ASKS_FOR_A_NUMBER.matcher(asked).find());
    }

    /// `stretch` with what belongs to an amount or a date beside it in `sentence`: "about" before
    /// it, "or more" behind it, and what it counts, a word of `question`.
    static String complete(String stretch, String sentence, String question) {
        int from = sentence.indexOf(stretch);
        Matcher before = BEFORE.matcher(sentence.substring(0, from));
        int counted = counted(stretch, sentence, from + stretch.length(), question);
        Matcher behind = BEHIND.matcher(sentence.substring(counted));
        return sentence.substring(
                before.find() ? before.start() : from,
                behind.find() ? counted + behind.end() : counted);
    }

    /// Where what a number counts ends; `end`, where the stretch does, if it ends with none.
    private static int counted(String stretch, String sentence, int end, String question) {
        Matcher unit = UNIT.matcher(sentence.substring(end));
        boolean counts = ENDS_WITH_NUMBER.matcher(stretch).find() && unit.find();
        boolean named =
                counts
                        && (unit.group("word") == null
                                || Claim.folded(question)
                                        .contains(Claim.folded(unit.group("word"))));
        return named ? end + unit.end() : end;
    }

    /// Whether `sentence`, an answer to `question`, without all but `stretch` says what it said. A
    /// number that is neither asked about nor in the stretch is another answer, or a condition.
    static boolean isAllThatMatters(String stretch, String sentence, String question) {
        String asked = Claim.folded(question);
        String dropped = Claim.folded(sentence.replace(stretch, "、"));
        return Numbers.in(asked).containsAll(Numbers.in(dropped))
                && LIMIT.matcher(dropped)
                        .results()
                        .allMatch(limit -> asked.contains(limit.group()));
    }
}
