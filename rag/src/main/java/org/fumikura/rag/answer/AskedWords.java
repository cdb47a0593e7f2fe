package org.fumikura.rag.answer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.fumikura.rag.index.ContentTerms;

/// The words that tell what a question is about, each weighed by how rare it is in the library. A
/// passage on the same topic shares the common ones; one that answers the question nearly always
/// has many of the rare ones too (`docs/evaluation/answers.md`).
final class AskedWords {
    /// Words that ask, say what kind of thing is asked for, or speak of the documents themselves: a
    /// passage need not have them.
    private static final String ASKING =
            "何、誰、だれ、どこ、いつ、いつか、なぜ、どの、どれ、どう、どういう、どんな、どちら、いくら、いくつ、教えてください、"
                    + "説明、具体的、挙げる、述べる、示す、要約、概要、まとめる、文書、資料、書類、ファイル、ページ、内容、質問、答え、"
                    + "関する、対する、もの、こと、ため、よう、場合、呼ぶ、言う、知る、なる、する、ある、"
                    + "理由、目的、名前、人物、場所、時期、種類、方法、違い、特徴。 "
                    + "what about who whom whose when where which why how many much do does did please tell explain "
                    + "describe summarize summarise summary document documents file files question answer "
                    + "reason purpose name person place kind type way difference";

    /// The share of the words, by weight, that a passage about the question has.
    private static final double SHARE = 0.5;

    /// So many of the rarest words tell enough, however much else a long question says.
    private static final double MUCH = 2.5;

    /// A question of less than one rare word can be about anything.
    private static final double LEAST = 1;

    /// Of what answers no question.
    static final AskedWords NONE = new AskedWords("", Map.of());

    private final String question;
    private final Language language;
    private final Map<String, Double> weights;
    private final double total;

    private AskedWords(String question, Map<String, Double> weights) {
        this.question = question;
        this.language = Language.of(question);
        this.weights = weights;
        this.total = weights.values().stream().mapToDouble(weight -> weight).sum();
    }

    /// @param rarity of content terms, from 0 to 1; those it does not have count as rare
    static AskedWords of(String question, ContentTerms terms, Map<String, Double> rarity) {
        Set<String> asking = terms.of(ASKING);
        var weights = new LinkedHashMap<String, Double>();
        for (String term : terms.of(question)) {
            if (!asking.contains(term)) {
                weights.put(term, rarity.getOrDefault(term, 1.0));
            }
        }
        return new AskedWords(question, weights);
    }

    /// What was asked, or searched for in its place.
    String question() {
        return question;
    }

    /// Whether they can be looked for in `text`: there are enough, and in its language.
    boolean comparesWith(String text) {
        return total >= LEAST && Language.of(text) == language;
    }

    /// Whether a passage of these words is about the question.
    boolean suffice(Set<String> words) {
        double there =
                weights.entrySet().stream()
                        .filter(asked -> words.contains(asked.getKey()))
                        .mapToDouble(Map.Entry::getValue)
                        .sum();
        return there >= MUCH || there >= SHARE * total;
    }
}
