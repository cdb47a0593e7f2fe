package org.fumikura.rag.answer;

import java.util.regex.Pattern;

/// Recognises that the model says it found nothing.
final class Refusal {
    private static final Pattern PATTERN =
            Pattern.compile(
                    "not found in the (?:documents|passages)"
                            + "|passages? do(?:es)? not (?:answer|contain|mention|provide|say|specify|state)"
                            + "|documents? do(?:es)? not (?:answer|contain|mention|provide|say|specify|state)"
                            + "|(?:is|are) not (?:mentioned|stated|specified|given|provided) in the (?:passages|documents)"
                            + "|^\\s*i do(?: not|n't) know\\.?\\s*$|^\\s*わかりません。?\\s*$"
                            + "|資料には?(?:[^。]{0,40})(?:見当たり|記載されてい|書かれてい|含まれてい|述べられてい|示されてい|記載が?あり|答えが?あり|情報が?あり)ませ"
                            + "|^\\s*(?:文書|文章|データ|情報)(?:の中)?には?見当たりませ"
                            + "|資料に[^。]{0,40}(?:見当たらない|記載がない|書かれていない|答えがない)",
                    Pattern.CASE_INSENSITIVE);

    private Refusal() {}

    /// Whether this sentence says that the documents do not answer.
    static boolean says(String sentence) {
        return PATTERN.matcher(sentence).find();
    }
}
