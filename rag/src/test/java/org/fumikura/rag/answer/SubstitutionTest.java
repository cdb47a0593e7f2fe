package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SubstitutionTest {
    private static final String SOURCE = "港の灯台は明治十二年に石工の山岡勘助が建てた。塔の石材は近くの島から運ばれた玄武岩だ。";

    private static boolean replaced(String sentence) {
        return Substitution.isIn(sentence, List.of(SOURCE), SOURCE::contains);
    }

    @Test
    void anotherNameInTheMiddleIsOne() {
        assertTrue(replaced("灯台は明治十二年に石工の佐伯庄吉が建てた。"));
    }

    @Test
    void anotherNounAtTheBeginningOrEndIsOne() {
        assertTrue(replaced("水門は明治十二年に石工の山岡勘助が建てた。"));
        assertTrue(replaced("屋根の石材は近くの島から運ばれた玄武岩だ。"));
        assertTrue(replaced("塔の石材は近くの島から運ばれた瓦礫だ。"));
    }

    @Test
    void aNounThatStandsElsewhereIsNone() {
        assertFalse(replaced("灯台の石材は近くの島から運ばれた。"));
    }

    @Test
    void aNounInOtherWordsIsNone() {
        assertFalse(replaced("建造にあたったのは山岡勘助という石工である。"));
    }

    @Test
    void aShorterOrLongerNameOfTheSameIsNone() {
        assertFalse(replaced("灯台は明治十二年に石工の山岡氏が建てた。"));
    }

    @Test
    void whatStandsForANounNamedBeforeIsNone() {
        assertFalse(replaced("同塔は明治十二年に石工の山岡勘助が建てた。"));
        assertFalse(Substitution.isIn("同社は東京に本社を置く。", List.of("桜井建設は東京に本社を置く。"), _ -> false));
    }

    @Test
    void anEnglishNameInThePlaceOfAnotherIsOne() {
        String source =
                "The lighthouse was designed by the engineer Edith Marlowe in 1879. It is kept by"
                        + " the World Health Organization of Lune.";
        assertTrue(
                english("The lighthouse was designed by the engineer Adam Hale in 1879.", source));
        assertTrue(english("It was designed by the engineer Edith Porter in 1879.", source));
        assertFalse(
                english("It was designed by the engineer Edith Marlow in 1879.", source),
                "another spelling");
        assertFalse(english("It is kept by the WHO of Lune.", source), "a short form");
        assertFalse(
                english("The plans of the lighthouse were drawn by Porter.", source),
                "in other words: perhaps another spelling");
    }

    private static boolean english(String sentence, String source) {
        return Substitution.isIn(sentence, List.of(source), name -> Names.mentions(source, name));
    }

    @Test
    void widthAndSpacesDoNotMatter() {
        assertTrue(
                Substitution.isIn(
                        "会員は ＡＢＣ 方式 で札幌に移る。", List.of("会員はABC方式で函館に移る。"), "ABC方式会員"::contains));
    }
}
