package org.fumikura.rag.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnippetsTest {
    private final Snippets snippets = new Snippets();

    @AfterEach
    void close() {
        snippets.close();
    }

    private List<String> marked(String query, String text) {
        return snippets.marks(query, text).stream().map(span -> span.of(text)).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "running shoe, 'She ran in shoes, running.', shoes|running",
        "harbour light, the harbour light is on, harbour light",
        "灯台の高さ, 灯台は高い。明るさは知らない。, 灯台|高い",
        "ﾃﾞｰﾀﾍﾞｰｽ, データベースの設計, データベース",
        "データベース, ﾃﾞｰﾀﾍﾞｰｽの設計, ﾃﾞｰﾀﾍﾞｰｽ",
        "ABC, ＡＢＣの値, ＡＢＣ",
        "食べた, 昨日は魚を食べる日, 食べる",
        "cafe, the café, café",
        "にほんばし, 昔の日本橋を渡る, 日本橋",
        "燈台守, 燈台守りの家, 燈台",
    })
    void wordsAreMarkedInTheFormTheyStandIn(String query, String text, String marks) {
        assertEquals(List.of(marks.split("\\|")), marked(query, text));
    }

    /// 「京都」 stands in 「東京都」 as characters, and no word of it does.
    @Test
    void pairsOfCharactersAcrossWordsAreNotMarked() {
        assertEquals(List.of(), marked("京都", "東京都の港"));
        assertEquals(List.of(), marked("港町", "空港町並み"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "the", "\uD83D", "zebra"})
    void whereNoWordIsTheBeginningIsShown(String query) {
        Snippet snippet = snippets.of(query, " A text \n of  little use ", 12);
        assertEquals(new Snippet("A text of…", List.of()), snippet);
    }

    @Test
    void theStretchWithMostOfTheWordsIsShown() {
        String text =
                "A harbour first. "
                        + "Much else is said here. ".repeat(20)
                        + "The harbour has a light. "
                        + "And so on. ".repeat(20);
        Snippet snippet = snippets.of("light of the harbour", text, 60);
        assertTrue(snippet.text().contains("The harbour has a light."), snippet.text());
        assertTrue(snippet.text().startsWith("…") && snippet.text().endsWith("…"));
        assertEquals(
                List.of("harbour", "light"),
                snippet.marks().stream().map(mark -> mark.of(snippet.text())).toList());
    }

    @Test
    void whatIsQuotedIsMarkedWhole() {
        String text = "Payable up to the sum, up and to the letter.";
        Snippet snippet = snippets.of("\"up to\"", text, 100);
        assertEquals(
                List.of("up to", "up"),
                snippet.marks().stream().map(mark -> mark.of(snippet.text())).toList());
        Snippet japanese = snippets.of("「港の灯台」", "港の灯台は赤い。灯台の港。", 100);
        assertEquals("港の灯台", japanese.marks().getFirst().of(japanese.text()));
    }

    @Test
    void aJapaneseCharacterTakesTwoColumns() {
        assertEquals("港の灯台は…", snippets.of("港", "港の灯台は赤い。", 11).text());
    }

    @Test
    void surrogatesStayWhole() {
        Snippet snippet = snippets.of("x", "𠮷".repeat(40), 21);
        assertEquals("𠮷".repeat(10) + "…", snippet.text());
    }
}
