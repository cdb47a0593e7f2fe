package org.fumikura.rag.answer;

import java.util.regex.Pattern;
import org.fumikura.rag.index.ContentTerms;

/// Tells questions that one place in a document answers from those that take several: comparisons,
/// lists, summaries, definitions, questions for several things, and those for yes or no, to which
/// there may be an exception elsewhere.
final class OnePlace {
    private static final Pattern SEVERAL =
            Pattern.compile(
                    "\\b(?:differ\\w*|compar\\w*|versus|vs|both|all|every|each|list|enumerate|summar\\w*|overview|explain|describe|about|main|steps|which of)\\b"
                            + "|^what (?:is|are) an? "
                            + "|違い|違う|異な|比較|比べ|相違|すべて|全て|全部|それぞれ|一覧|列挙|挙げ|まとめ|要約|概要|要点|要旨|趣旨|全体|について|説明|経緯|どちら|どっち|いずれ"
                            + "|とは(?:何|なん|どう|どのよう|どんな)");

    private static final Pattern YES_OR_NO =
            Pattern.compile(
                    "^(?:may|can|could|must|should|shall|will|would|do|does|did|is|are|was|were|has|have|had)\\b"
                            + "|^(?!.*(?:何|なん|なに|誰|だれ|どなた|いつ|どこ|どの|どれ|どう|どん|いく[らつ]|なぜ|教え)).*か[。?]?$");

    private OnePlace() {}

    static boolean answers(String question, ContentTerms terms) {
        String asked = Claim.folded(question.strip());
        return !SEVERAL.matcher(asked).find()
                && !YES_OR_NO.matcher(asked).find()
                && QuestionParts.of(question, terms).size() == 1;
    }
}
