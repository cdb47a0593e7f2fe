package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.fumikura.rag.Scope;
import org.fumikura.rag.index.ContentTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowUpTest {
    private static final String BEFORE = "Who built the bridge over the Lune?";

    private final ContentTerms terms = new ContentTerms();

    @ParameterizedTest
    @ValueSource(strings = {"How long is it?", "And why?", "それはいつですか。", "Who else?"})
    void aQuestionThatLeansIsSearchedWithTheOneBefore(String text) {
        assertEquals(BEFORE + "\n" + text, query(text, new Exchange(BEFORE, "", "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Which honey harvest was largest in the northern orchard?",
                "図書室の本の貸出期間と冊数を教えてください。"
            })
    void aQuestionThatStandsAloneIsSearchedAlone(String text) {
        assertEquals(text, query(text, new Exchange(BEFORE, "", "")));
    }

    @Test
    void theFirstQuestionIsSearchedAlone() {
        assertEquals("How long is it?", query("How long is it?"));
    }

    private String query(String text, Exchange... history) {
        return FollowUp.query(new Question(text, Scope.EVERYTHING, List.of(history)), terms);
    }
}
