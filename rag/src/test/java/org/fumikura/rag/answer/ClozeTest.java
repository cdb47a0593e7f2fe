package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClozeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    駅が開業したのは何年でしたか? | 駅が開業したのは1913年です。 | 1913年
                    最初の工場が建てられたのはどこか。 | 最初の工場が建てられたのは川崎市で、 |
                    最初の工場が建てられたのはどこか。 | 最初の工場が建てられたのは川崎市である。 | 川崎市
                    この星の核は半径何kmですか。 | この星の核は半径1,800km程度です。 | 1,800km程度
                    第三回大会は、雨のために何月何日から開催されましたか? | 雨のために8月10日から開催されました。 | 8月10
                    彼は1927年に、叔父の紹介で何を手に入れましたか? | 彼は1927年に、叔父の紹介で写真館を手に入れました。 | 写真館
                    館長には何人の息子がいましたか。 | 館長には2人の息子がいました。 | 2
                    橋を設計したのは、誰ですか | 橋を設計したのは田中一郎です。 | 田中一郎
                    橋を設計したのは、誰ですか | 橋を設計したのは田中一郎だと言われている。 |
                    橋を設計したのは、誰ですか | 田中一郎が橋を設計した。 |
                    橋を設計したのは誰で、いつですか | 橋を設計したのは田中一郎です。 |
                    好きな遊びは何? | 好きな遊びは、ボールを追うことに強い興味を示す。 |
                    誰が橋を設計しましたか。 | 橋を設計したのは田中一郎です。 |
                    """)
    void theGapIsFilled(String question, String sentence, String words) {
        assertEquals(words == null ? "" : words, Cloze.filling(sentence, question).orElse(""));
    }
}
