package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fumikura.rag.Scope;
import org.fumikura.rag.answer.Answer.Verdict;
import org.fumikura.rag.answer.AnswerSentence.Support;
import org.fumikura.rag.query.Query;
import org.junit.jupiter.api.Test;

/// How an answer is shown: strict or open, in parts, beside contradictions, of a follow-up.
class AnswerMannersTest {
    private static final Hit KETTLE =
            Evidence.hit(1, "The kettle whistles at noon. Dr. Amery bought it in 1998.");
    private static final Hit FAR =
            Evidence.hit(2, "Notes", List.of(), "Penguins swim in cold water.", 0.3);

    private final List<AnswerEvent> events = Collections.synchronizedList(new ArrayList<>());

    @Test
    void aSentenceThatTheModelItselfDoesNotHoldIsLeftOut() {
        String right = "The kettle whistles at noon.";
        String wrong = "Dr. Amery bought the kettle in 1998.";
        Answer answer =
                ask(
                        FakeWriter.writing(right + " " + wrong)
                                .holding(right, 0.97)
                                .holding(wrong, 0.01),
                        "When does the kettle whistle?",
                        KETTLE);
        assertEquals(Verdict.ANSWERED, answer.verdict());
        assertEquals(
                List.of(right), answer.sentences().stream().map(AnswerSentence::text).toList());
        assertEquals(
                List.of(wrong),
                answer.remarks().leftOut().stream().map(AnswerSentence::text).toList());
        assertEquals(right + " [1]", answer.text());
        assertEquals(right, answer.reply());
        assertEquals(1, answer.citations().size());
        assertEquals(new AnswerEvent.Finished(answer), events.getLast());
    }

    @Test
    void whatCouldStillTurnOutWrongIsNotTold() {
        Answer answer =
                ask(
                        FakeWriter.writing(
                                "The kettle whistles at noon. It is a loud kettle, at noon. Dr."
                                        + " Amery bought it in 1998. She paid 900 euros."),
                        "When does the kettle whistle?",
                        KETTLE);
        List<AnswerSentence> told =
                events.stream()
                        .filter(AnswerEvent.Checked.class::isInstance)
                        .map(event -> ((AnswerEvent.Checked) event).sentence())
                        .toList();
        assertEquals(
                List.of("The kettle whistles at noon.", "Dr. Amery bought it in 1998."),
                told.stream().map(AnswerSentence::text).toList());
        assertTrue(answer.sentences().containsAll(told));
        assertEquals(
                List.of("She paid 900 euros."),
                answer.remarks().leftOut().stream().map(AnswerSentence::text).toList());
    }

    @Test
    void whatAnnouncesSentencesThatAreLeftOutIsLeftOutWithThem() {
        Answer answer =
                ask(
                        FakeWriter.writing(
                                "The kettle whistles at noon. There are two reasons:\n- Monks"
                                        + " painted it turquoise in 1432."),
                        "When does the kettle whistle?",
                        KETTLE);
        assertEquals("The kettle whistles at noon. [1]", answer.text());
        assertEquals(1, answer.remarks().leftOut().size());
    }

    @Test
    void whatStandsOfASentenceIsShownAndTheRestIsMarked() {
        Answer answer =
                ask(
                        FakeWriter.writing(
                                "The kettle whistles at noon. Dr. Amery bought it in 1998, and"
                                        + " monks painted it turquoise in 1432."),
                        "When does the kettle whistle?",
                        KETTLE);
        AnswerSentence partly = answer.sentences().getLast();
        assertEquals(Support.PARTLY, partly.support());
        assertEquals(
                List.of("monks painted it turquoise in 1432."),
                partly.unborne().stream().map(part -> part.of(partly.text())).toList());
        assertEquals(List.of(2), partly.citations());
        assertEquals(Remarks.NONE, answer.remarks());
    }

    @Test
    void anAnswerOfWhichOnlyAPartStandsIsAbstained() {
        Answer answer =
                ask(
                        FakeWriter.writing(
                                "Dr. Amery bought it in 1998, and monks painted it in 1432."),
                        "Who painted the kettle?",
                        KETTLE);
        assertEquals(Verdict.ABSTAINED, answer.verdict());
    }

    @Test
    void documentsThatDisagreeAreShownBesideTheAnswer() {
        Hit other = Evidence.hit(2, "The kettle whistles at nine. Dr. Amery bought it in 2001.");
        Answer answer =
                ask(
                        FakeWriter.writing("Dr. Amery bought it in 1998."),
                        "When did Dr. Amery buy the kettle?",
                        KETTLE,
                        other);
        assertEquals(
                List.of("Dr. Amery bought it in 1998.", "Dr. Amery bought it in 2001."),
                answer.remarks().contradictions().stream()
                        .flatMap(each -> Stream.of(each.one(), each.other()))
                        .map(Statement::text)
                        .toList());
    }

    @Test
    void aFollowUpIsUnderstoodFromTheTurnsBeforeIt() {
        String meaning = "Who bought the kettle?";
        FakeWriter writer = FakeWriter.writing(meaning).then("Dr. Amery bought it in 1998.");
        Answer answer = ask(writer, followUp("Who bought it?"), KETTLE);
        assertEquals(new AnswerEvent.Understood(meaning), events.getFirst());
        assertEquals(meaning, answer.remarks().understood());
        assertEquals("Who bought it?", answer.question());
        assertEquals("", answer.searched());
        assertTrue(answer.prompt().endsWith(meaning), answer.prompt());
        assertEquals(Verdict.ANSWERED, answer.verdict());
    }

    @Test
    void aFollowUpThatIsRewrittenBadlyIsSearchedWithTheOneBefore() {
        FakeWriter writer =
                FakeWriter.writing("Who bought the kettle in 1777?")
                        .then("Dr. Amery bought it in 1998.");
        Answer answer = ask(writer, followUp("Who bought it?"), KETTLE);
        assertEquals("", answer.remarks().understood());
        assertEquals("When does the kettle whistle?\nWho bought it?", answer.searched());
        assertEquals(Verdict.ANSWERED, answer.verdict());
    }

    @Test
    void aQuestionThatStandsAloneIsNotRewritten() {
        FakeWriter writer = FakeWriter.writing("The kettle whistles at noon.");
        ask(writer, followUp("When does the kettle whistle in the kitchen?"), KETTLE);
        assertEquals(1, writer.calls());
    }

    @Test
    void thePassagesOfAllPartsOfAQuestionTakeTurns() {
        Hit bees = Evidence.hit(3, "Mrs. Okonkwo feeds the bees in November.");
        FakeWriter writer = FakeWriter.writing("The kettle whistles at noon.");
        try (var answerer =
                new GroundedAnswerer(
                        request ->
                                request.query().contains("kettle")
                                        ? List.of(KETTLE.ranked(), FAR.ranked())
                                        : List.of(bees.ranked()),
                        id ->
                                Stream.of(KETTLE, FAR, bees)
                                        .filter(hit ->
                                                hit.ranked().passage().id().document().equals(id))
                                        .map(Hit::source)
                                        .findFirst(),
                        writer::model,
                        AnswerSettings.LAPTOP)) {
            Answer answer =
                    answerer.ask(
                                    question(
                                            "When does the kettle whistle and who feeds the bees?"),
                                    events::add)
                            .answer()
                            .join();
            assertEquals(List.of(KETTLE, bees, FAR), answer.hits());
        }
    }

    @Test
    void anAnswerIsHeldAgainstPrinciplesBeforeAnythingOfItIsShown() {
        String first = "The kettle whistles at noon. Dr. Amery bought it in 1998.";
        FakeWriter writer = FakeWriter.writing(first).then("The kettle whistles at noon.");
        Answer answer = ask(writer, principled("When does the kettle whistle?"), KETTLE);
        assertEquals("The kettle whistles at noon. [1]", answer.text());
        assertEquals(first, answer.remarks().before());
        String told = writer.requests().getLast().messages().getLast().toString();
        assertTrue(told.contains("1. Be brief."), told);
        assertTrue(
                events.stream()
                        .noneMatch(event ->
                                event instanceof AnswerEvent.Checked
                                        || event instanceof AnswerEvent.Draft(var text)
                                                && !text.isEmpty()));
    }

    @Test
    void aRevisionThatTheDocumentsDoNotBearOutIsDropped() {
        String first = "The kettle whistles at noon.";
        FakeWriter writer = FakeWriter.writing(first).then("Monks painted it in 1432.");
        Answer answer = ask(writer, principled("When does the kettle whistle?"), KETTLE);
        assertEquals(first + " [1]", answer.text());
        assertEquals(Remarks.NONE, answer.remarks());
    }

    @Test
    void anAnswerIsWrittenInTheLanguageThatWasSet() {
        FakeWriter writer = FakeWriter.writing("The kettle whistles at noon.");
        var manner = new Manner(Grounding.STRICT, Optional.of(Language.JAPANESE), List.of());
        Answer answer =
                ask(
                        writer,
                        new Question(
                                Query.plain("When does the kettle whistle?"),
                                Scope.EVERYTHING,
                                List.of(),
                                manner),
                        KETTLE);
        assertEquals(Language.JAPANESE, answer.language());
        assertTrue(
                answer.prompt().endsWith("When does the kettle whistle?\n日本語で答えてください。"),
                answer.prompt());
    }

    @Test
    void aQuotationIsTranslated() {
        FakeWriter writer = FakeWriter.writing("やかんは正午に鳴ります。");
        try (var answerer = writer.answerer(KETTLE)) {
            assertEquals(
                    Optional.of("やかんは正午に鳴ります。"),
                    answerer.translate("The kettle whistles at noon.", Language.JAPANESE).join());
        }
        assertTrue(
                writer.requests()
                        .getFirst()
                        .messages()
                        .getLast()
                        .toString()
                        .contains("The kettle whistles at noon."));
    }

    @Test
    void anOpenAnswerShowsAndMarksWhatTheModelKnows() {
        String own = "Monks painted it turquoise in 1432.";
        Answer answer =
                askOpenly(
                        FakeWriter.writing("The kettle whistles at noon. " + own),
                        "When does the kettle whistle?",
                        KETTLE);
        assertEquals(Verdict.ANSWERED, answer.verdict());
        assertEquals(
                List.of(Support.SUPPORTED, Support.OWN),
                answer.sentences().stream().map(AnswerSentence::support).toList());
        assertEquals(Remarks.NONE, answer.remarks());
        assertTrue(answer.text().endsWith(own));
    }

    @Test
    void anOpenAnswerIsWrittenWithoutPassagesWhereNoneIsNear() {
        FakeWriter writer = FakeWriter.writing("Verdi composed it.");
        Answer answer = askOpenly(writer, "Who composed the opera?", FAR);
        assertEquals(Verdict.ANSWERED, answer.verdict());
        assertEquals("Question: Who composed the opera?", answer.prompt());
        assertEquals(List.of(), answer.citations());
    }

    @Test
    void anOpenAnswerThatKnowsNothingIsAbstained() {
        FakeWriter writer = FakeWriter.writing("I do not know.");
        assertEquals(
                Verdict.ABSTAINED, askOpenly(writer, "Who composed the opera?", FAR).verdict());
    }

    private Answer ask(FakeWriter writer, String text, Hit... hits) {
        return ask(writer, question(text), hits);
    }

    private Answer askOpenly(FakeWriter writer, String text, Hit... hits) {
        var manner = new Manner(Grounding.OPEN, Optional.empty(), List.of());
        return ask(
                writer, new Question(Query.plain(text), Scope.EVERYTHING, List.of(), manner), hits);
    }

    private Answer ask(FakeWriter writer, Question question, Hit... hits) {
        return writer.answer(question, events::add, hits);
    }

    private static Question principled(String text) {
        var manner = new Manner(Grounding.STRICT, Optional.empty(), List.of("Be brief."));
        return new Question(Query.plain(text), Scope.EVERYTHING, List.of(), manner);
    }

    private static Question followUp(String text) {
        return new Question(
                text,
                Scope.EVERYTHING,
                List.of(
                        new Exchange(
                                "When does the kettle whistle?",
                                "Question: When does the kettle whistle?",
                                "The kettle whistles at noon.")));
    }

    private static Question question(String text) {
        return new Question(text, Scope.EVERYTHING, List.of());
    }
}
