package org.fumikura.app.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.fumikura.app.fakes.Answers;
import org.fumikura.rag.Span;
import org.fumikura.rag.answer.AnswerSentence;
import org.fumikura.rag.answer.AnswerSentence.Support;
import org.junit.jupiter.api.Test;

class AnswerMarkupTest {
    @Test
    void citationsStandBehindTheirSentences() {
        assertEquals(
                "It is 900.⸦1⸧⸦3⸧",
                AnswerMarkup.of(
                        List.of(
                                new AnswerSentence(
                                        "", "It is 900.", Support.SUPPORTED, List.of(1, 3))),
                        ""));
    }

    @Test
    void unsupportedSentencesAreEnclosed() {
        assertEquals(
                "It is 900.⸦1⸧ ⸢It is paid in cash.⸣",
                AnswerMarkup.of(
                        List.of(
                                Answers.supported("It is 900.", 1),
                                Answers.unsupported("It is paid in cash.")),
                        ""));
    }

    @Test
    void partsThatAreNotBorneOutAreEnclosed() {
        assertEquals(
                "It is 900, ⸢paid in cash,⸣ and due.⸦1⸧",
                AnswerMarkup.of(
                        List.of(
                                new AnswerSentence(
                                        "",
                                        "It is 900, paid in⸢ cash, and due.",
                                        Support.PARTLY,
                                        List.of(1),
                                        List.of(new Span(11, 25)))),
                        ""));
    }

    @Test
    void whatTheModelKnowsByItselfIsEnclosedOtherwise() {
        assertEquals(
                "⸨It rains.⸩",
                AnswerMarkup.of(
                        List.of(new AnswerSentence("", "It rains.", Support.OWN, List.of())), ""));
    }

    @Test
    void listSignsStayAtTheStartOfTheirLine() {
        assertEquals(
                "- ⸢in cash⸣\n2. ⸤by ca⸥",
                AnswerMarkup.of(
                        List.of(
                                new AnswerSentence(
                                        "", "- in cash", Support.UNSUPPORTED, List.of())),
                        "\n2. by ca"));
    }

    @Test
    void draftIsSetOffInEnglishAndNotInJapanese() {
        var english = List.of(Answers.supported("It is 900.", 1));
        assertEquals("It is 900.⸦1⸧ ⸤It is⸥", AnswerMarkup.of(english, "It is"));
        var japanese = List.of(Answers.supported("900円です。", 1));
        assertEquals("900円です。⸦1⸧⸤現金⸥", AnswerMarkup.of(japanese, "現金"));
    }

    @Test
    void bracketsOfTheAnswerItselfAreTakenOut() {
        assertEquals("a7b⸦1⸧", AnswerMarkup.of(List.of(Answers.supported("a⸦7⸧b", 1)), ""));
    }
}
