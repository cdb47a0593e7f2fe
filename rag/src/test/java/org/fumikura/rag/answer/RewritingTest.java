package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.fumikura.rag.Scope;
import org.fumikura.rag.index.ContentTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RewritingTest {
    private static final Exchange MUSEUM =
            new Exchange(
                    "How many visitors did the museum in Harrow have in 2022?",
                    "",
                    "The museum had 500 visitors, says Dr. Amery.");
    private static final Exchange BRIDGE =
            new Exchange("川島橋を設計したのは誰ですか。", "", "田中一郎が1932年に設計しました。");

    private final Rewriting rewriting = new Rewriting(new ContentTerms());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "And in 2023?|How many visitors did the museum in Harrow have in 2023?",
                "Where is it?|Where is the museum in Harrow?",
                "Who is Dr. Amery there?|Who is Dr. Amery in the museum?",
            })
    void whatKeepsToWhatWasSaidHolds(String asked, String made) {
        assertEquals(Optional.of(made), rewrite(asked, made, MUSEUM));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "それはいつ完成しましたか。|川島橋はいつ完成しましたか。",
                "では1950年は？|1950年に川島橋を設計したのは誰ですか。",
            })
    void theSameInJapanese(String asked, String made) {
        assertEquals(Optional.of(made), rewrite(asked, made, BRIDGE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // a number dropped, one made up, a name made up, nothing taken from before, a
                // statement instead, another language, the question before
                "And in 2023?|How many visitors did the museum in Harrow have?",
                "And in 2023?|How many visitors did the museum have in 2023 and 2024?",
                "Where is it?|Where is the museum of Paris in Harrow?",
                "Where is it?|Where is it?",
                "Where is it?|The exhibition moved into another building after the flood.",
                "Where is it?|美術館はどこですか。",
                "And in 2023?|How many visitors did the museum in Harrow have in 2022?",
            })
    void whatLosesOrInventsSomethingDoesNot(String asked, String made) {
        assertEquals(Optional.empty(), rewrite(asked, made, MUSEUM));
    }

    @Test
    void quotesAndLabelsOfTheReplyAreTakenOff() {
        assertEquals(
                Optional.of("Where is the museum in Harrow?"),
                rewrite(
                        "Where is it?",
                        "Rewritten question: \"Where is the museum in Harrow?\"\n\nIt asks …",
                        MUSEUM));
    }

    @Test
    void theModelIsToldTheLastTurnsAndTheQuestionLast() {
        var messages = rewriting.messages(question("Where is it?", BRIDGE, BRIDGE, MUSEUM));
        String last = messages.getLast().toString();
        assertTrue(last.contains("Q: Where is it?"), last);
        assertTrue(last.indexOf("川島橋") < last.indexOf("museum in Harrow"), last);
    }

    private Optional<String> rewrite(String asked, String reply, Exchange... history) {
        return rewriting.rewrite(question(asked, history), _ -> Optional.of(reply));
    }

    private static Question question(String asked, Exchange... history) {
        return new Question(asked, Scope.EVERYTHING, List.of(history));
    }
}
