package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparativeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Which is cheaper, the Osprey or the Heron?     | 18 euros          | 11 euros     | 1
                    Which is more expensive, X or Y?               | $1,800            | $950.50      | -1
                    Which is less expensive, X or Y?               | $1,800            | $950.50      | 1
                    Which is older, the inn or the mill?           | built in 1412     | 1388         | 1
                    Which is newer, the inn or the mill?           | built in 1412     | 1388         | -1
                    Who is older, Ann or Ben?                      | 12 years old      | 9 years old  | -1
                    Who is younger, Ann or Ben?                    | 12 years old      | 9 years old  | 1
                    Which acts sooner, Velaxin or Dormol?          | 20 minutes        | 45 minutes   | -1
                    Which lasts longer, Velaxin or Dormol?         | 1 hour            | 4 hours      | 1
                    Which ends first, the lease or the loan?       | 30 June 2026      | 15 March 2028 | -1
                    小ホールと大ホールのどちらの定員が多いですか。 | 120名             | 八百名       | 1
                    小ホールと大ホールのどちらの料金が安いですか。 | 1時間2,000円      | 1時間9,000円 | -1
                    本館と新館では、どちらが先に建てられましたか。 | 1934年            | 1987年4月    | -1
                    本館と新館では、どちらが新しいですか。         | 1934年            | 1987年       | 1
                    東駅と西駅のどちらの利用者が多いですか。       | 3万2千人          | 18,000人     | -1
                    東駅と西駅のどちらの利用者が少ないですか。     | 2千5百万人        | 2,400万人    | 1
                    田中さんと佐藤さんでは、どちらが年上ですか。   | 1958年生まれ      | 1963年生まれ | -1
                    東駅と西駅のどちらの利用者が多いですか。       | 3万2千人          | 1万8千人     | -1
                    田中さんと佐藤さんでは、どちらが年上ですか。   | 58歳              | 63歳         | 1
                    赤川と白川のどちらが長いですか。               | 84キロ            | 131km        | 0
                    特急と急行のどちらが早く着きますか。           | 9時から11時       | 8時から12時  | 0
                    赤川と白川のどちらが長いですか。               | 84キロ            | 84キロ       | 0
                    赤川と白川のどちらが長いですか。               | とても長い        | 84キロ       | 0
                    """)
    void whatIsAskedForIsReckoned(String question, String ofOne, String ofOther, int sign) {
        Comparative asked = in(question).orElseThrow();
        assertEquals(sign, asked.compare(ofOne, ofOther));
        assertEquals(-sign, asked.compare(ofOther, ofOne));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Which guards the nest, the male or the female?",
                "Which does not cost more, the lease or the loan?",
                "巣を守るのは雄と雌のどちらですか。",
                "大きな木と小さな木のどちらに巣を作りますか。",
                "費用が高くないのはA案とB案のどちらですか。"
            })
    void whatCannotBeReckonedIsNot(String question) {
        assertTrue(in(question).isEmpty());
    }

    private static Optional<Comparative> in(String question) {
        return Comparative.in(question, Alternatives.of(question).orElseThrow());
    }
}
