package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1. 部門の役割を決める。 | 部門の役割を決める。
                    (12) The gate is locked. | The gate is locked.
                    ③ 鍵をかける。 | 鍵をかける。
                    - 2. Lock the gate. | Lock the gate.
                    2.5 litres are enough. | 2.5 litres are enough.
                    12 people came. | 12 people came.
                    1.0グラム | 1.0g
                    最大で３キログラムです。 | 最大で３kgです。
                    グラムで量る。 | グラムで量る。
                    Yes, the gate is open. | the gate is open.
                    No, it is shut. | it is shut.
                    No one came. | No one came.
                    はい、開いています。 | 開いています。
                    いいえ、閉まっています。 | 閉まっています。
                    """)
    void whatIsTheWritersOwnGoesAndUnitsBecomeSigns(String sentence, String claim) {
        assertEquals(claim, Claim.of(sentence));
    }
}
