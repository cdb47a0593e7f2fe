package org.fumikura.app.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LineWrapTest {
    @Test
    void brokenSentencesAreJoinedAndOffsetsStay() {
        String text =
                "The deposit of the apartment is\npaid back when the keys have been\nreturned.\nRent";
        assertEquals(
                "The deposit of the apartment is paid back when the keys have been returned.\nRent",
                LineWrap.undo(text));
    }

    @Test
    void japaneseIsJoinedWithoutASpace() {
        String text = "敷金は鍵を返却した日から三十日以内に指定の口座へ振\nり込みます。\n家賃";
        assertEquals("敷金は鍵を返却した日から三十日以内に指定の口座へ振\u200Bり込みます。\n家賃", LineWrap.undo(text));
    }

    @Test
    void shortLinesAndListsAreLeftAlone() {
        String text = "Rent\nDeposit\nKeys of the front door and of the cellar\n- bicycles";
        assertEquals(text, LineWrap.undo(text));
    }
}
