package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.fumikura.rag.index.ContentTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InquiryTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "We investigated the effect of vitamin C on colds.",
                "The aim of the study was to see how colds end.",
                "It is unclear how vitamin C acts.",
                "ビタミンCが風邪に効くかどうかを調べた。",
                "風邪の経過を明らかにすることを目的とした。",
                "その仕組みは不明である。"
            })
    void aSentenceThatSetsOutToFindSomethingStatesNothing(String sentence) {
        assertTrue(Inquiry.isOne(sentence));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Vitamin C shortened colds by a day.",
                "The purpose-built hall holds 300.",
                "ビタミンCは風邪を一日短くした。",
                "この目的地までは二時間かかる。"
            })
    void othersStateSomething(String sentence) {
        assertFalse(Inquiry.isOne(sentence));
    }

    @Test
    void ofTwoSentencesTheOneThatStatesIsCited() {
        String aim = "We tested whether vitamin C shortens colds in adults.";
        String finding = "In adults vitamin C shortened colds.";
        try (var terms = new ContentTerms()) {
            var attribution = Evidence.attribution(terms, "", Evidence.of(aim + " " + finding));
            assertEquals(
                    finding,
                    attribution
                            .attribute("Vitamin C shortens colds in adults.", Set.of())
                            .places()
                            .getFirst()
                            .quote());
        }
    }
}
