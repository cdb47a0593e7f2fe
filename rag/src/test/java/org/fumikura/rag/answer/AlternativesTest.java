package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlternativesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Which is cheaper, plan A or plan B?                     | plan A   | plan B
                    Which of the two, the oak or the elm, was felled first? | the oak  | the elm
                    Who signed first, Ms Carter or her brother?             | Ms Carter | her brother
                    Which is cheaper: plan A, or plan B?                    | plan A   | plan B
                    Of the oak and the elm, which was felled first?         | the oak  | the elm
                    Between plan A and plan B, which is cheaper?            | plan A   | plan B
                    本館と新館とどっちが古い？                              | 本館     | 新館
                    本館と新館を比べると、どちらが広いですか。              | 本館     | 新館
                    『橋はどこへ行くか』と「川の話」はどちらが先に出ましたか？ | 『橋はどこへ行くか』 | 「川の話」
                    倉庫としての蔵と住まいとしての蔵のどちらが古い？        | 倉庫としての蔵 | 住まいとしての蔵
                    本館と新館のどちらが先に建てられましたか。              | 本館     | 新館
                    先に開館したのは、本館と新館のどちらですか？            | 本館     | 新館
                    本館と新館は、どちらが広いですか                        | 本館     | 新館
                    面積は、本館と新館と、どっちの方が広い？                | 本館     | 新館
                    巣を守るのはこの鳥の中で雄と雌のどちらですか？          | 雄       | 雌
                    来館者が多かったのは2003年と2005年のどちら？            | 2003年   | 2005年
                    """)
    void twoThatAQuestionOffers(String question, String one, String other) {
        assertEquals(Optional.of(new Alternatives(one, other)), Alternatives.of(question));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Which plan is cheaper?",
                "Which is cheaper, plan A, plan B or plan C?",
                "What is the name of the oak and the elm, and who planted them?",
                "Is the deposit or the rent higher?",
                "本館と新館の違いは何ですか。",
                "どちらの館が広いですか。",
                "本館と新館、別館のうち、最も広いのはどちらですか。",
                "本館か、それとも新館か、どちらが広いですか。",
                "本館と本館はどちらが広いですか。"
            })
    void others(String question) {
        assertEquals(Optional.empty(), Alternatives.of(question));
    }

    @Test
    void namingOneIsAChoice() {
        var plans = new Alternatives("plan A", "Plan B");
        assertTrue(plans.areChosenFrom("Plan B is cheaper."));
        assertFalse(plans.areChosenFrom("Plan A costs 5 and plan B costs 4."));
        assertFalse(plans.areChosenFrom("The cheaper one."));
    }
}
