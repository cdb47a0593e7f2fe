package org.fumikura.rag.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ReadableTextTest {
    @Test
    void radicalsAndCompatibilityIdeographsBecomeTheIdeographsPeopleType() {
        assertEquals("一人の長野県民", ReadableText.clean("⼀⼈の⻑野県⺠"));
        assertEquals("神戸", ReadableText.clean("\uFA19⼾"));
    }

    @Test
    void charactersThatOnlyMachinesSeeAreDropped() {
        assertEquals("a b\nc\nd", ReadableText.clean("a\u0000\u200B \u00ADb\r\nc\rd\uFEFF"));
    }

    @Test
    void whatIsPrintedStaysAsPrinted() {
        String text = "ＡＢＣ　１２３ ﾊﾝｶｸ ①㈱ 𠮷野家 é";
        assertEquals(text, ReadableText.clean(text));
    }

    @Test
    void titlesThatProgramsLeaveAreNotTitles() {
        for (String title :
                new String[] {
                    "Microsoft Word - plan.doc",
                    "untitled",
                    "PowerPoint プレゼンテーション",
                    "スライド 1",
                    "report.indd",
                    "\uFFFD\uFFFD",
                    "2023"
                }) {
            assertEquals("", Titles.sensible(title), title);
        }
        assertEquals("", Titles.sensible(null));
        assertEquals("年次報告書", Titles.sensible(" 年次報告書 "));
    }
}
