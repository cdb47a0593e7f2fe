package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.fumikura.rag.index.ContentTerms;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionPartsTest {
    private final ContentTerms terms = new ContentTerms();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "When does the library open and who feeds the bees?|When does the library open|who feeds the bees?",
                "When was the old mill built? How heavy is the kettle?|When was the old mill built?|How heavy is the kettle?",
                "What are the opening hours and the fees of the museum?|What are the opening hours?|What are the fees of the museum?",
                "本館の開館時間と休館日はいつですか。|本館の開館時間はいつですか。|本館の休館日はいつですか。",
                "出張の日当と在宅勤務の手当はいくらですか。|出張の日当はいくらですか。|在宅勤務の手当はいくらですか。",
                "申込の期限はいつですか。参加費はいくらですか。|申込の期限はいつですか。|参加費はいくらですか。",
                "避難訓練はいつで、集合場所はどこですか。|避難訓練はいつ|集合場所はどこですか。",
            })
    void aQuestionForTwoThingsIsTakenApart(String question, String one, String other) {
        assertEquals(List.of(one, other), QuestionParts.of(question, terms));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "When does the library open?",
                "Where do bees and wasps live?",
                "Who wrote the rules, and when?",
                "How do I apply for leave and hand in receipts?",
                "図書室の本の貸出期間を教えてください。",
                "東京と大阪の間の距離はどのくらいですか。",
                "いつ、誰が橋を設計しましたか。",
                "会社と社員が守るべき規則は何ですか。",
            })
    void aQuestionForOneThingIsLeftWhole(String question) {
        assertEquals(List.of(question), QuestionParts.of(question, terms));
    }

    @ParameterizedTest
    @ValueSource(strings = {"When was the old mill built, and who paid for it?"})
    void aPartThatLeansIsSearchedWithWhatItLeansOn(String question) {
        assertEquals(
                List.of(
                        "When was the old mill built",
                        "When was the old mill built\nwho paid for it?"),
                QuestionParts.of(question, terms));
    }
}
