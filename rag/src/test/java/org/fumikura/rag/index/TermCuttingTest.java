package org.fumikura.rag.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.junit.jupiter.api.Test;

/// What is written must be what is searched for: the terms of one pass are those of the analyzer.
class TermCuttingTest {
    private static final List<String> FIELDS =
            List.of(
                    PassageAnalysis.JAPANESE,
                    PassageAnalysis.READING,
                    PassageAnalysis.ENGLISH,
                    PassageAnalysis.SURFACE);

    private static final List<String> TEXTS =
            List.of(
                    "労働安全衛生法に基づき、事業者は安全管理者を選任しなければならない。",
                    "髙橋さんはヴァイオリンを弾き、サーバーとコンピューターを使った。",
                    "これはそれらのためにあるものではありません。",
                    "型番AB-1234Cの価格は1,234,567円(税込)です。ｶﾀｶﾅとＡＢＣも。",
                    "The patients' treatments were stopped in 2023; see section 4.2.",
                    "フミクラ文庫の規程 revised edition",
                    "한국어 문장과 日本語",
                    "");

    @Test
    void cutsAsTheAnalyzerDoes() {
        try (Analyzer analyzer = PassageAnalysis.analyzer()) {
            var cutting = new TermCutting(analyzer, null);
            for (String text : TEXTS) {
                assertEquals(expected(analyzer, text), cutting.cut(text), text);
            }
        }
    }

    @Test
    void knowsOnesOwnWords() {
        OwnWords own = OwnWords.of("フミクラ文庫, フミクラブンコ");
        try (Analyzer analyzer = PassageAnalysis.analyzer(own)) {
            var cutting = new TermCutting(analyzer, own.dictionary().orElseThrow());
            Map<String, List<String>> terms = cutting.cut("フミクラ文庫の規程");
            assertEquals(expected(analyzer, "フミクラ文庫の規程"), terms);
            assertTrue(terms.getOrDefault(PassageAnalysis.JAPANESE, List.of()).contains("フミクラ文庫"));
            assertTrue(terms.getOrDefault(PassageAnalysis.READING, List.of()).contains("フミクラブンコ"));
        }
    }

    @Test
    void cutsWhatIsSharedAsItCutsTheRest() {
        try (Analyzer analyzer = PassageAnalysis.analyzer()) {
            var cutting = new TermCutting(analyzer, null);
            String heading = "第一章 総則";
            assertEquals(cutting.cut(heading), cutting.cutShared(heading));
            cutting.cut("別の文を間に読む。");
            assertEquals(expected(analyzer, heading), cutting.cutShared(heading));
        }
    }

    private static Map<String, List<String>> expected(Analyzer analyzer, String text) {
        String normal = SearchText.normalise(text);
        List<String> fields = SearchText.isCjk(normal) ? FIELDS : FIELDS.subList(2, FIELDS.size());
        return fields.stream()
                .collect(
                        Collectors.toMap(
                                field -> field,
                                field -> PassageAnalysis.terms(analyzer, field, normal)));
    }
}
