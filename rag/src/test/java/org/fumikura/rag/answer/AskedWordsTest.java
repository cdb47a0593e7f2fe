package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.fumikura.rag.index.ContentTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskedWordsTest {
    private final ContentTerms terms = new ContentTerms();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    When was the harbour bridge opened? | The bridge over the harbour was opened in 1931. | true
                    When was the harbour bridge opened? | The library opened in 1987. | false
                    What does Tamsin Doyle teach? | Tamsin Doyle is the teacher of pottery. | true
                    What does Tamsin Doyle teach? | The evening school teaches pottery. | false
                    花山図書館の休館日はいつですか。 | 花山図書館は毎週月曜日が休館日です。 | true
                    花山図書館の休館日はいつですか。 | 市民プールの休みは水曜日です。 | false
                    """)
    void aPassageAboutTheQuestionHasMuchOfItsWords(
            String question, String passage, boolean isAbout) {
        assertEquals(isAbout, asked(question).suffice(terms.of(passage)));
    }

    @Test
    void aRareWordWeighsMoreThanACommonOne() {
        Map<String, Double> rarity = Map.of("bridg", 1.0, "open", 0.1, "year", 0.1);
        AskedWords asked = AskedWords.of("What year did the bridge open?", terms, rarity);
        assertTrue(asked.suffice(Set.of("bridg")));
        assertFalse(asked.suffice(Set.of("open", "year")));
    }

    @Test
    void threeRareWordsOfALongQuestionSuffice() {
        AskedWords asked =
                asked("Compare zinc, cobalt, nickel, copper, silver, platinum and iridium mining.");
        assertFalse(asked.suffice(terms.of("Zinc and cobalt.")));
        assertTrue(asked.suffice(terms.of("Zinc, cobalt and nickel.")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"What is this document about?", "この資料の内容を要約してください。", "Please explain."})
    void wordsThatAskAreNotLookedFor(String question) {
        assertFalse(asked(question).comparesWith(question));
    }

    @Test
    void wordsOfAnotherLanguageAreNotCompared() {
        assertTrue(asked("When does the library close?").comparesWith("It closes at noon."));
        assertFalse(asked("When does the library close?").comparesWith("図書館は正午に閉まります。"));
        assertFalse(asked("図書館はいつ閉まりますか。").comparesWith("It closes at noon."));
    }

    private AskedWords asked(String question) {
        return AskedWords.of(question, terms, Map.of());
    }
}
