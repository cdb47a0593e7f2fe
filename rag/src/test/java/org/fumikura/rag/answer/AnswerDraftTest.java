package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fumikura.rag.answer.AnswerSentence.Support;
import org.fumikura.rag.chunk.SentenceSplitter;
import org.fumikura.rag.index.ContentTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerDraftTest {
    private static final String KETTLE =
            "The kettle whistles at noon. It holds 3.5 litres. Dr. Amery bought it in 1998.";
    private static final String POND = "池の深さは二メートルです。鯉が十二匹います。";

    private final ContentTerms terms = new ContentTerms();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The kettle holds 3.5 litres [1]. Dr. Amery bought it in 1998 [1].",
                "The kettle whistles at noon. [1] It holds 3.5 litres. [1][1]\n\nDr. Amery bought it in 1998.",
                "There are three facts:\n\n1. The kettle whistles at noon [1].\n2. It holds 3.5 litres [1].\n- Dr. Amery bought it",
                "池の深さは二メートルです[2]。鯉が十二匹います。【2】亀もいます。",
                "鯉が「十二匹。」いると書かれています。池の深さは二メートルです。\nThe kettle whistles at noon!",
                "Not found in the documents.",
                "The kettle (it holds 3.5 litres) whistles... at noon?! It is green",
                "   \n",
            })
    void theSentencesDoNotDependOnHowTheTextComesIn(String text) {
        AnswerDraft whole = draft();
        List<AnswerEvent.Checked> told = new ArrayList<>(whole.append(text));
        told.addAll(whole.end());
        assertEquals(whole.sentences(), told.stream().map(AnswerEvent.Checked::sentence).toList());
        for (int seed = 0; seed < 50; seed++) {
            AnswerDraft pieces = draft();
            var random = new Random(seed);
            int from = 0;
            while (from < text.length()) {
                int to = Math.min(text.length(), from + 1 + random.nextInt(7));
                pieces.append(text.substring(from, to));
                from = to;
            }
            pieces.end();
            assertEquals(whole.sentences(), pieces.sentences(), "seed " + seed);
            assertEquals(whole.citations(), pieces.citations(), "seed " + seed);
            assertEquals(text, pieces.raw());
        }
    }

    @Test
    void whatIsSaidAgainIsTakenOnceAndEndsTheAnswer() {
        AnswerDraft draft = draft();
        draft.append("1. The kettle whistles at noon.\n2. It holds 3.5 litres.\n");
        assertFalse(draft.hasRunOut());
        draft.append("3. The kettle whistles at noon.\n4. The");
        assertTrue(draft.hasRunOut());
        draft.end();
        assertEquals(
                List.of("1. The kettle whistles at noon.", "2. It holds 3.5 litres."),
                draft.sentences().stream().map(AnswerSentence::text).limit(2).toList());
        assertTrue(
                draft.sentences().stream().noneMatch(sentence -> sentence.text().startsWith("3.")));
    }

    @Test
    void theModelsOwnMarksAreTakenOffAndCheckedOnesPutOn() {
        AnswerDraft draft = draft();
        draft.append("The kettle holds 3.5 litres [7]. 鯉が十二匹います【9】。");
        draft.end();
        assertEquals(
                List.of("The kettle holds 3.5 litres.", "鯉が十二匹います。"),
                draft.sentences().stream().map(AnswerSentence::text).toList());
        assertEquals("The kettle holds 3.5 litres. [1] 鯉が十二匹います。 [2]", text(draft));
    }

    @Test
    void whatLeadsOverToAPassageIsTakenOff() {
        AnswerDraft draft = draft();
        draft.append(
                "The passage [1] states that it holds 3.5 litres. 資料によると、鯉が十二匹います。"
                        + "The passages do not say that it is green.");
        draft.end();
        assertEquals(
                List.of(
                        "It holds 3.5 litres.",
                        "鯉が十二匹います。",
                        "The passages do not say that it is green."),
                draft.sentences().stream().map(AnswerSentence::text).toList());
        assertEquals(
                List.of(Support.SUPPORTED, Support.SUPPORTED, Support.NONE),
                draft.sentences().stream().map(AnswerSentence::support).toList());
    }

    @Test
    void aQuoteIsTheDocumentsTextAtItsSpan() {
        AnswerDraft draft = draft();
        draft.append("Dr. Amery bought it in 1998.");
        draft.end();
        Citation citation = draft.citations().getFirst();
        assertEquals("Dr. Amery bought it in 1998.", citation.quote());
        int start = Evidence.START + KETTLE.indexOf("Dr. Amery");
        assertEquals(start, citation.span().start());
        assertEquals(start + citation.quote().length(), citation.span().end());
    }

    @Test
    void aPlaceCitedBeforeKeepsItsNumber() {
        AnswerDraft draft = draft();
        draft.append("The kettle whistles at noon. 鯉が十二匹います。At noon the kettle whistles.");
        draft.end();
        assertEquals(
                List.of(List.of(1), List.of(2), List.of(1)),
                draft.sentences().stream().map(AnswerSentence::citations).toList());
        assertEquals(2, draft.citations().size());
    }

    @Test
    void lineBreaksBetweenSentencesAreKept() {
        AnswerDraft draft = draft();
        draft.append("The kettle whistles at noon.\n\nIt holds 3.5 litres.");
        draft.end();
        assertEquals("\n\n", draft.sentences().get(1).before());
        assertTrue(text(draft).contains("noon. [1]\n\nIt holds"), text(draft));
    }

    @Test
    void anAnnouncementAndARefusalClaimNothing() {
        AnswerDraft draft = draft();
        draft.append("Here is what I found:\nNot found in the documents.");
        draft.end();
        assertEquals(
                List.of(Support.NONE, Support.NONE),
                draft.sentences().stream().map(AnswerSentence::support).toList());
    }

    @Test
    void anAnnouncementInAWholeSentenceClaimsNothingEither() {
        AnswerDraft draft = draft();
        draft.append("やかんの特徴は以下の通りです。\n1. The kettle whistles at noon.");
        draft.end();
        assertEquals(Support.NONE, draft.sentences().getFirst().support());
        assertEquals(List.of(1), draft.sentences().getLast().citations());
    }

    @Test
    void theQuestionAgainIsPassedOver() {
        AnswerDraft draft = draft();
        draft.append("What is there? The kettle whistles at noon.");
        draft.end();
        assertEquals("The kettle whistles at noon. [1]", text(draft));
        AnswerDraft asking = draft();
        asking.append("What is there?");
        asking.end();
        assertTrue(asking.saysNothing());
        assertFalse(asking.stands());
    }

    @Test
    void anAnswerHasLeftTheEvidenceAfterTwoUnsupportedSentencesInARow() {
        AnswerDraft draft = draft();
        draft.append("Zebras graze in herds. Lions sleep at night. ");
        draft.append("The kettle whistles at noon. Penguins swim in winter. ");
        assertFalse(draft.hasRunOut());
        draft.append("Camels cross deserts. And");
        assertTrue(draft.hasRunOut());
    }

    private AnswerDraft draft() {
        var splitter = new SentenceSplitter();
        return new AnswerDraft(
                splitter,
                Evidence.attribution(terms, "What is there?", Evidence.of(KETTLE, POND)),
                new Parting(terms, "What is there?"),
                Grounding.STRICT);
    }

    private static String text(AnswerDraft draft) {
        return Shown.of(Grounding.STRICT, draft.sentences()).text();
    }
}
