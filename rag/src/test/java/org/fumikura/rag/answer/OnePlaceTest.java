package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.fumikura.rag.index.ContentTerms;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnePlaceTest {
    private final ContentTerms terms = new ContentTerms();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "When does the kettle whistle?",
                "How is the kettle cleaned?",
                "灯台は誰が建てましたか。",
                "灯台の高さは?",
                "灯台の高さは何メートルですか。",
                "What is the rent?",
                "灯台はなぜ建てられたのですか。"
            })
    void answersAQuestionForOneThing(String question) {
        assertTrue(OnePlace.answers(question, terms));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "May I charge a fee for a copy?",
                "What is a Contribution?",
                "灯台に登ることはできますか。",
                "灯台とは何ですか。",
                "What is this document about?",
                "この資料の要点は何ですか。",
                "灯台について教えてください。",
                "How do the two kettles differ?",
                "List the kettles.",
                "When was it built, and who paid for it?",
                "Which of the two is older?",
                "灯台と水門の違いは何ですか。",
                "灯台と水門はどちらが古いですか。",
                "灯台の歴史をまとめてください。",
                "本館の開館時間と休館日はいつですか。"
            })
    void doesNotAnswerOneForSeveral(String question) {
        assertFalse(OnePlace.answers(question, terms));
    }
}
