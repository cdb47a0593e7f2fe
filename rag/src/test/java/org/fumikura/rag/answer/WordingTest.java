package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Plan A.   | Plan A costs 900 euros.     | true
                    plan a    | We prefer PLAN A.           | true
                    Plan A    | We plan at night.           | false
                    Plan A    | An airplan a day.           | false
                    the deposit | Deposit: 900 euros        | true
                    900 euros | It costs 1900 euros.        | false
                    「小ホール」 | 小ホールは120席です。       | true
                    ＡＢＣ     | abcという。                 | true
                    B型        | CB型はない。                | false
                    大ホール   | 小ホールは120席です。       | false
                    """)
    void wordsStandOneAfterTheOther(String words, String text, boolean stands) {
        assertEquals(stands, Wording.of(words).standsIn(text));
    }
}
