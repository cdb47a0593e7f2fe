package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EchoTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Which engine does it have besides the M-12? | The M-12. | true
                    Which engine does it have besides the M-12? | M-12 | true
                    Which engine does it have besides the M-12? | The K-5. | false
                    Which of the two is older, the M-12 or the K-5? | The M-12. | false
                    Is the gate open on Sunday? | Open on Sunday. | false
                    Who bought the kettle? | Dr. Amery bought the kettle. | false
                    M-12のほかに、どのエンジンがありますか? | M-12 | true
                    M-12のほかに、どのエンジンがありますか? | Ｍ-12です。 | true
                    M-12のほかに、どのエンジンがありますか? | K-5です。 | false
                    会場は北館か南館か? | 北館 | false
                    北館と南館では、どちらが古いですか。 | 北館です。 | false
                    北館または何と呼ばれましたか。 | 北館 | true
                    """)
    void anEchoIsNoAnswer(String question, String sentence, boolean echo) {
        assertEquals(echo, Echo.isOne(question, sentence));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    支援の方向性を教えてください。 | 支援の方向性を教えてください。 | true
                    支援について、方向性を教えてください。 | 方向性を教えてください | true
                    支援の方向性は何ですか？ | 支援の方向性は何ですか。 | true
                    支援の方向性を教えてください。 | 支援の方向性は拡大です。 | false
                    支援の方向性を教えてください。 | 窓口に申し出てください。 | false
                    Who bought the kettle? | Who bought the kettle? | true
                    Who bought the kettle? | Dr. Amery bought the kettle. | false
                    """)
    void theQuestionAgainIsNoSentenceOfAnAnswer(String question, String sentence, boolean asks) {
        assertEquals(asks, Echo.asks(question, sentence));
    }
}
