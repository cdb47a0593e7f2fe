package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShortAnswerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "When was the bridge opened?",
                "How many people work there?",
                "What is the fee for a late return?",
                "橋はいつ開通しましたか。",
                "会員は何人いますか。",
                "初代の館長は誰ですか。",
                "なんという国ですか。",
                "大会は何年何月何日からですか。",
                "約何人に至るほどの大軍でしたか。"
            })
    void aQuestionForOneThingIsAnsweredInFewWords(String question) {
        assertTrue(ShortAnswer.isAskedFor(question));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Why was the bridge opened?",
                "How do I apply for leave?",
                "What does the contract say about leave?",
                "Is the bridge open?",
                "When and where was it built?",
                "橋はなぜ閉鎖されましたか。",
                "AとBの違いは何ですか。",
                "申請の手順を教えてください。",
                "誰がいつ建てましたか。"
            })
    void otherQuestionsAreAnsweredInSentences(String question) {
        assertFalse(ShortAnswer.isAskedFor(question));
    }

    @ParameterizedTest
    @CsvSource({
        "'85,000人','連合軍は約85,000人である。','何人でしたか。','約85,000人'",
        "'85,000','連合軍は約85,000人である。','何人でしたか。','約85,000人'",
        "'41','41世帯が順番を待っている。','待っているのは何世帯ですか。','41世帯'",
        "'14日','届け出は14日以内です。','期限はいつですか。','14日以内'",
        "'14','届け出は14日以内です。','期限はいつですか。','14日以内'",
        "'14 days','It must be returned within 14 days.','When?','within 14 days'",
        "'41','There are 41 households on the list.','How many households are there?','41 households'",
        "'41','There are 41 signs on the list.','How many households are there?','41'",
        "'three years','It is valid for at least three years.','How long?','at least three years'",
        "'三人','参加者は三人でした。','何人ですか。','三人'"
    })
    void whatBelongsToAnAmountStaysWithIt(
            String stretch, String sentence, String question, String complete) {
        assertEquals(complete, ShortAnswer.complete(stretch, sentence, question));
    }

    @ParameterizedTest
    @CsvSource({
        "'10 euros','The fee is 10 euros.','What is the fee?',true",
        "'10 euros','The fee is 10 euros unless you are a student.','What is the fee?',false",
        "'10 euros','The fee may be 10 euros.','What is the fee?',false",
        "'four weeks','The notice period is four weeks, or two weeks at first.','What is the notice period?',false",
        "'20日','休暇は20日で、6年目から25日です。','休暇は何日ですか。',false",
        "'一万円','手数料は一万円です。','手数料はいくらですか。',true",
        "'一万円','三日以内に申請した場合、手数料は一万円です。','手数料はいくらですか。',false",
        "'一万円','三日以内に申請した場合、手数料は一万円です。','三日以内に申請した場合の手数料はいくらですか。',true",
        "'1402年','建国は1402年と推定される。','建国はいつですか。',false",
        "'A社','契約の相手はA社ではない。','契約の相手は誰ですか。',false"
    })
    void whatLimitsASentenceIsNotLeftOut(
            String stretch, String sentence, String question, boolean all) {
        assertEquals(all, ShortAnswer.isAllThatMatters(stretch, sentence, question));
    }

    @ParameterizedTest
    @CsvSource({
        "'3,438,910','総数が最も多いのはどれですか。',false",
        "'ユニスワップ','総数が最も多いのはどれですか。',true",
        "'3,438,910','総数はどれくらいですか。',true",
        "'1905年','どの年に開館しましたか。',true",
        "'北館','会員は何人いますか。',false",
        "'三十人','会員は何人いますか。',true",
        "'1905','Who opened the hall?',false",
        "'Dr. Amery','Who opened the hall?',true",
        "'members','How many people came?',false",
        "'Twelve people','How many people came?',true",
        "'in spring','When does it open?',true"
    })
    void whatIsTakenIsOfTheKindThatIsAskedFor(String stretch, String question, boolean kind) {
        assertEquals(kind, ShortAnswer.isOfTheKind(stretch, question));
    }
}
