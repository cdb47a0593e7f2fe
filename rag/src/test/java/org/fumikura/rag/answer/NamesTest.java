package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void wordsWithACapitalInsideASentenceAreNames() {
        assertEquals(
                Set.of("edith", "marlowe"), Names.in("Yesterday Edith Marlowe came. She left."));
    }

    @Test
    void theFirstWordOfASentenceIsNoName() {
        assertEquals(Set.of(), Names.in("Bridges are long. Rivers are wide! Are they? Yes."));
    }

    @Test
    void longerKatakanaWordsAreNames() {
        assertEquals(Set.of("ハルヴォルセン"), Names.in("ハルヴォルセンのパン"));
    }

    @Test
    void widthAndCaseDoNotMatter() {
        assertTrue(Names.mentions("ＥＤＩＴＨは来た", "edith"));
        assertTrue(Names.mentions("ﾊﾙｳﾞｫﾙｾﾝ", "ハルヴォルセン"));
        assertFalse(Names.mentions("Edna", "edith"));
    }
}
