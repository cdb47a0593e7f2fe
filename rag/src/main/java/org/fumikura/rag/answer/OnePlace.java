package org.fumikura.rag.answer;

import java.util.regex.Pattern;
import org.fumikura.rag.index.ContentTerms;

/// Tells questions that one place in a document answers from those that take several: comparisons,
/// lists, summaries, and questions that ask for several things.
final class OnePlace {
    private static final Pattern SEVERAL =
            Pattern.compile(
                    "\\b(?:differ\\w*|compar\\w*|versus|vs|both|all|every|each|list|enumerate|summar\\w*|overview|explain|describe|about|main|steps|which of)\\b"
                            + "|違い|違う|異な|比較|比べ|相違|すべて|全て|全部|それぞれ|一覧|列挙|挙げ|まとめ|要約|概要|要点|要旨|趣旨|全体|について|説明|経緯|どちら|どっち|いずれ",
                    Pattern.CASE_INSENSITIVE);

    private OnePlace() {}

    static boolean answers(String question, ContentTerms terms) {
        return !SEVERAL.matcher(Claim.folded(question)).find()
                && QuestionParts.of(question, terms).size() == 1;
    }
}
