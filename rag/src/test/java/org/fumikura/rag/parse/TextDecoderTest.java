package org.fumikura.rag.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTest {
    private static final String SENTENCE = "令和６年度の予算は、①約３億円である。ﾃｽﾄ\nEnd of text.\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTF-8",
                "windows-31j",
                "x-eucJP-Open",
                "x-windows-iso2022jp",
                "UTF-16",
                "UTF-16LE",
                "UTF-16BE"
            })
    void japaneseIsDecodedWhateverTheEncoding(String charset) {
        byte[] bytes = SENTENCE.getBytes(Charset.forName(charset));
        assertEquals(SENTENCE, TextDecoder.decode(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-31j", "x-eucJP-Open", "UTF-8"})
    void aFewJapaneseWordsAreEnough(String charset) {
        assertEquals("会議室", TextDecoder.decode("会議室".getBytes(Charset.forName(charset))));
        assertEquals("メモ", TextDecoder.decode("メモ".getBytes(Charset.forName(charset))));
    }

    @Test
    void aMarkIsNotPartOfTheText() {
        byte[] bytes = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a'};
        assertEquals("a", TextDecoder.decode(bytes));
    }

    @Test
    void westernTextIsNotTakenForJapanese() {
        String text = "Der Bär läuft über die Brücke – für 5 €.";
        assertEquals(text, TextDecoder.decode(text.getBytes(Charset.forName("windows-1252"))));
    }

    @Test
    void aDeclaredEncodingIsBelievedOnlyIfItFits() {
        byte[] utf8 = "日本".getBytes(Charset.forName("UTF-8"));
        assertEquals("日本", TextDecoder.decode(utf8, Optional.of("euc-jp")));
        assertEquals("日本", TextDecoder.decode(utf8, Optional.of("no such encoding")));
    }
}
