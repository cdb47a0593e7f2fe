package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OppositionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    The gate is not locked. | The gate is locked. | true
                    Nobody may enter. | Visitors may enter. | true
                    It doesn't rain here. | It never rains here. | false
                    The gate is locked. | The gate is locked. | false
                    ここでは泳げません。 | ここで泳げる。 | true
                    鍵は閉まっていない。 | 鍵は閉まっていません。 | false
                    It is not only red but round. | It is red and round. | false
                    It is not red but round. | It is red and round. | true
                    Reply no later than Monday. | Reply by Monday. | false
                    商用だけでなく軍用にも使われる。 | 商用と軍用に使われる。 | false
                    商用ではなく軍用に使われる。 | 商用と軍用に使われる。 | true
                    届け出なければならない。 | 届け出る必要がある。 | false
                    届け出てはならない。 | 届け出る必要がある。 | true
                    届け出なければなりません。 | 届け出ること。 | false
                    雨になるかもしれない。 | 雨の可能性がある。 | false
                    年齢を問わず、参加できる。 | 何歳でも参加できる。 | false
                    まず、火を止める。 | 最初に火を止める。 | false
                    本を読まず、寝た。 | 本を読んで寝た。 | true
                    """)
    void oneDeniesWhatTheOtherStates(String sentence, String evidence, boolean denies) {
        assertEquals(denies, Opposition.denies(sentence, evidence));
        assertEquals(denies, Opposition.denies(evidence, sentence));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Salt increases the yield. | Salt decreases the yield. | true
                    Prices rose in May. | Prices fell in May. | true
                    It closes at nine. | It opens at nine. | true
                    It opens and closes at nine. | It opens at nine. | false
                    Prices rose in May. | Prices rose, then fell. | false
                    売上は増加した。 | 売上は減少した。 | true
                    駅前の店は閉まる。 | 駅前の店は開く。 | true
                    """)
    void theTwoPointInOppositeDirections(String sentence, String evidence, boolean turns) {
        assertEquals(turns, Opposition.turns(sentence, evidence));
    }
}
