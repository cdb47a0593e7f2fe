package org.fumikura.app.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Map;
import org.fumikura.app.template.TemplateText.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTextTest {
    private static TemplateText read(String written) {
        return assertInstanceOf(Reading.Understood.class, TemplateText.read(written)).text();
    }

    @Test
    void variablesGetTheirValuesWhereverTheyStand() {
        TemplateText letter = read("Write to {recipient} about {the matter}. Dear {recipient},\n");
        assertEquals(List.of("recipient", "the matter"), letter.variables());
        assertEquals(
                "Write to Ada {x} about a } brace. Dear Ada {x},\n",
                letter.filled(
                        Map.of("recipient", "Ada {x}", "the matter", "a } brace"), "1 May 2026"));
    }

    @Test
    void japaneseNamesAreNamesToo() {
        TemplateText letter = read("{宛先_1}様、{用件}の件です。");
        assertEquals(List.of("宛先_1", "用件"), letter.variables());
        assertEquals("佐藤様、敷金の件です。", letter.filled(Map.of("宛先_1", "佐藤", "用件", "敷金"), ""));
    }

    @Test
    void dateIsTodayAndNobodyIsAskedForIt() {
        TemplateText dated = read("{date}: {日付}");
        assertEquals(List.of(), dated.variables());
        assertEquals("1 May 2026: 1 May 2026", dated.filled(Map.of(), "1 May 2026"));
    }

    @Test
    void braceWrittenTwiceIsABrace() {
        assertEquals("{date} {a} {5", read("{{date}} {{{x}}} {{5").filled(Map.of("x", "a"), "no"));
    }

    @ParameterizedTest
    @CsvSource({
        "Write to {recipient, {recipient",
        "100 } per cent of it and a little more, } per cent of it and",
        "an empty {} one, {} one",
        "a {strange: one}, {strange: one}",
        "'{ spaced }', { spaced }"
    })
    void strayBraceIsToldWithWhatFollowsIt(String written, String near) {
        assertEquals(new Reading.StrayBrace(near), TemplateText.read(written));
    }

    @Test
    void nothingIsNoTemplate() {
        assertEquals(new Reading.Blank(), TemplateText.read(" \n"));
    }
}
