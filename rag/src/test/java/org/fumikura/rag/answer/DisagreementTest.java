package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.fumikura.rag.chunk.SentenceSplitter;
import org.fumikura.rag.index.ContentTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisagreementTest {
    private final ContentTerms terms = new ContentTerms();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "How high is the deposit?|The deposit for the flat is 900 euros.|The deposit for the flat is 1,200 euros.",
                "When does the lease end?|The lease of the shop ends on 31 March 2027.|The lease of the shop ends on 30 March 2027.",
                "In which year was the mill built?|The old mill at Harrow was built in 1843.|The old mill at Harrow was built in 1848.",
                "Are dogs allowed in the garden?|Dogs are allowed in the garden.|Dogs are not allowed in the garden.",
                "Did sales rise?|Sales of kettles rose in the north.|Sales of kettles fell in the north.",
                "出張の日当はいくらですか。|国内出張の日当は2,000円とする。|国内出張の日当は2,500円とする。",
                "申込の期限はいつですか。|参加の申込期限は5月10日です。|参加の申込期限は5月15日です。",
                "駐車場は使えますか。|来客は第二駐車場を利用できます。|来客は第二駐車場を利用できません。",
                "委員は何名ですか。|委員会の委員は十二名とする。|委員会の委員は15名とする。",
            })
    void documentsThatDoNotSayTheSameAreTold(String question, String one, String other) {
        List<Contradiction> found = among(question, Evidence.hit(1, one), Evidence.hit(2, other));
        assertEquals(1, found.size());
        assertEquals(one, found.getFirst().one().text());
        assertEquals(other, found.getFirst().other().text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "How high is the deposit?|The deposit for the flat is 1,200 euros.|The deposit for the flat is 1200 euros.",
                "How high is the deposit?|The deposit for the flat is 900 euros.|The rent for the flat is 850 euros.",
                "How many visitors came?|In 2022 the museum had 500 visitors.|In 2023 the museum had 640 visitors.",
                "Where did the fair take place?|In 2022 the fair took place in Harrow.|In 2023 the fair took place in Harrow.",
                "How heavy is the kettle?|The kettle weighs 2 kilograms.|The kettle weighs 4.4 pounds.",
                "Are dogs allowed?|Dogs are allowed in the garden.|Cats and rabbits are not allowed in the kitchen or the hall.",
                "来館者は何人ですか。|令和4年度の来館者は500人でした。|令和5年度の来館者は640人でした。",
                "日当はいくらですか。|国内出張の日当は2,000円とする。|海外出張の宿泊料は一泊15,000円を上限とする。",
                "開館時間はいつですか。|図書館は9時に開館します。|図書館は９時に開館します。",
            })
    void whatOnlyLooksAlikeIsNotTold(String question, String one, String other) {
        assertEquals(List.of(), among(question, Evidence.hit(1, one), Evidence.hit(2, other)));
    }

    @Test
    void oneDocumentDoesNotDisagreeWithItself() {
        Hit hit =
                Evidence.hit(
                        1,
                        "The deposit for the flat is 900 euros. The deposit for the flat is 1,200"
                                + " euros.");
        assertEquals(List.of(), among("How high is the deposit?", hit));
    }

    @Test
    void numbersOfOtherYearsHeadingsAreNotCompared() {
        assertEquals(
                List.of(),
                among(
                        "How many visitors came to the museum?",
                        Evidence.hit(
                                1,
                                "Report",
                                List.of("Visitors 2022"),
                                "The museum had 500 visitors.",
                                0.9),
                        Evidence.hit(
                                2,
                                "Report",
                                List.of("Visitors 2023"),
                                "The museum had 640 visitors.",
                                0.9)));
    }

    @Test
    void whatWasNotAskedIsNotCompared() {
        assertEquals(
                List.of(),
                among(
                        "Who owns the garden?",
                        Evidence.hit(1, "The deposit for the flat is 900 euros."),
                        Evidence.hit(2, "The deposit for the flat is 1,200 euros.")));
    }

    @Test
    void aStatementStandsInItsDocumentWhereItSays() {
        String before = "Rules of the house. ";
        String sentence = "The deposit for the flat is 900 euros.";
        Statement statement =
                among(
                                "How high is the deposit?",
                                Evidence.hit(3, before + sentence),
                                Evidence.hit(4, "The deposit for the flat is 1,000 euros."))
                        .getFirst()
                        .one();
        int start = Evidence.START + before.length();
        assertEquals(start, statement.span().start());
        assertEquals(start + sentence.length(), statement.span().end());
        assertEquals(3, statement.page());
    }

    private List<Contradiction> among(String question, Hit... hits) {
        return new Disagreement(terms, new SentenceSplitter(), question).among(List.of(hits));
    }
}
