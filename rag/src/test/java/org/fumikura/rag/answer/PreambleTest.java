package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreambleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The passage states that descale it weekly.|Descale it weekly.",
                "The provided documents also mention that it is red.|It is red.",
                "These texts specify that it is red.|It is red.",
                "Passage 3 says that émail is used.|Émail is used.",
                "According to the passages provided, it is red.|It is red.",
                "Based on these documents, 3 are left.|3 are left.",
                "資料によると、宿泊費の上限は一万円です。|宿泊費の上限は一万円です。",
                "提供された文書によれば、期限は月末です。|期限は月末です。"
            })
    void whatLeadsOverIsTakenOff(String sentence, String rest) {
        assertEquals(rest, Preamble.without(sentence));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The passage of time states nothing.",
                "The document that was signed in 1998 is void.",
                "According to the Ministry, it is red.",
                "The passage states that",
                "資料の提出期限は月末です。",
                "環境省の資料によると、二酸化炭素は減りました。"
            })
    void aClaimStaysAsItIs(String sentence) {
        assertEquals(sentence, Preamble.without(sentence));
    }
}
