package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {
    @ParameterizedTest
    @EnumSource(Language.class)
    void theSentenceAskedForIsARefusal(Language language) {
        assertTrue(Refusal.says(PromptWording.of(language, Grounding.STRICT).refusal()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The passages do not mention a colour.",
                "The passage does not say who built it.",
                "The price is not stated in the documents.",
                "資料には価格について記載されていません。",
                "資料に答えがありません。",
                "データには見当たりません。",
            })
    void otherWordsForItAreToo(String sentence) {
        assertTrue(Refusal.says(sentence));
    }

    @Test
    void aNegativeAnswerIsNone() {
        assertFalse(Refusal.says("Dogs are not allowed in the hall."));
        assertFalse(Refusal.says("犬は入れません。"));
        assertFalse(Refusal.says("このデータには個人情報は含まれていません。"));
    }
}
