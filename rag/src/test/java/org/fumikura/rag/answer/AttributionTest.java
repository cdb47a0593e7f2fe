package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.fumikura.rag.answer.AnswerSentence.Support;
import org.fumikura.rag.answer.Attribution.Finding;
import org.fumikura.rag.index.ContentTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributionTest {
    private static final String BRIDGE =
            "The bridge over the Lune was opened in 1931. It is 215 metres long and rests on nine"
                    + " stone piers. The engineer was Edith Marlowe, who also planned the harbour.";
    private static final String TOLL =
            "Crossing the bridge costs 2.50 euros for a car. Bicycles are free.";
    private static final String RULES = "図書室の本は一度に五冊まで借りられます。貸出期間は2週間です。延滞した人は新しい本を借りられません。";

    private final ContentTerms terms = new ContentTerms();

    @Test
    void aNumberInAListIsNoneOfTheAnswer() {
        assertEquals(
                Support.SUPPORTED,
                attribute("What of the bridge?", "7. The bridge is 215 metres long.").support());
    }

    @Test
    void aBareValueStandsBesideWhatWasAskedFor() {
        Finding finding =
                Evidence.attribution(
                                terms,
                                "サリチル酸は最大何グラムですか。",
                                Evidence.of("安息香酸は 1.0g とする。", "サリチル酸は最大 1.0g とする。"))
                        .attribute("1.0グラム", Set.of());
        assertTrue(finding.signals().numbersStand());
        assertTrue(finding.signals().subjectNamed());
        assertEquals(2, finding.nearest().getFirst().passage().number());
    }

    @ParameterizedTest
    @CsvSource({"It takes 6 weeks., SUPPORTED", "It takes 7 weeks., UNSUPPORTED"})
    void aNumberMayBeSpelledOutInTheSource(String answer, Support support) {
        Finding finding =
                Evidence.attribution(
                                terms,
                                "How long does Plan A take?",
                                Evidence.of("Plan A replaces the slates. It takes six weeks."))
                        .attribute(answer, Set.of());
        assertEquals(support, finding.support());
    }

    @Test
    void aBareAnswerIsCitedFromWhereItStandsWordByWord() {
        Finding finding =
                Evidence.attribution(
                                terms,
                                "Which plan is cheaper, Plan A or Plan B?",
                                Evidence.of(
                                        "Two plans for the roof.\n\nBoth plans end in May."
                                                + " Plan A costs 4,200 euros. Plan B costs 3,900 euros."))
                        .attribute("Plan A", Set.of());
        assertEquals("Plan A costs 4,200 euros.", finding.places().getFirst().quote());
    }

    @Test
    void aNameThatStandsInSeveralPlacesIsCitedFromTheOneWithTheQuestionsWords() {
        Finding finding =
                Evidence.attribution(
                                terms,
                                "港を計画した技師は誰ですか。",
                                Evidence.of("田中一郎は東京で生まれた。橋の開通は1931年である。港を計画した技師は田中一郎である。"))
                        .attribute("田中一郎", Set.of());
        assertEquals("港を計画した技師は田中一郎である。", finding.places().getFirst().quote());
    }

    @ParameterizedTest
    @CsvSource({
        "紅海, KNOWN",
        "赤海側, UNKNOWN",
        "紅海側です。, KNOWN",
        "沿岸生物, KNOWN",
        "沿岸の動物, KNOWN",
        "側海紅, UNKNOWN"
    })
    void aBareNounStandsLetterByLetter(String answer, Naming naming) {
        Finding finding =
                Evidence.attribution(
                                terms,
                                "運河を渡らないのはどの海の生物ですか。",
                                Evidence.of("紅\n海側の沿岸\n生物は、運河を渡って地中海に広がることが少ない。"))
                        .attribute(answer, Set.of());
        assertEquals(naming, finding.signals().names());
    }

    @Test
    void whoSpeaksAndInWhatMoodHidesNoDenial() {
        String evidence =
                "This License does not grant permission to use the trade names of the Licensor.";
        Finding finding =
                Evidence.attribution(
                                terms,
                                "May I use the trade names of the Licensor?",
                                Evidence.of(evidence))
                        .attribute("Yes, you may use the trade names of the Licensor.", Set.of());
        assertTrue(finding.signals().denied());
    }

    @Test
    void aNounInThePlaceOfAnotherIsAnUnknownName() {
        Finding right = attribute("延滞した人は何を借りられませんか。", "延滞した人は新しい本を借りられません。");
        Finding wrong = attribute("延滞した人は何を借りられませんか。", "延滞した人は新しい楽譜を借りられません。");
        assertEquals(Support.SUPPORTED, right.support());
        assertEquals(Naming.KNOWN, right.signals().names());
        assertEquals(Naming.REPLACED, wrong.signals().names());
        assertEquals(Support.UNSUPPORTED, wrong.support());
    }

    @Test
    void aBareValueOfAnotherRowBearsNothingOut() {
        String table = "チオクト酸 5.0\n\nユビデカレノン 0.03\n\nサリチル酸 1.0";
        String question = "ユビデカレノンの最大配合量は何グラムですか。";
        assertTrue(numbersStand(question, table, "0.03グラム"));
        assertFalse(numbersStand(question, table, "5.0グラム"));
        assertFalse(numbersStand(question, table, "1.0"));
        // No row that names it has a number of its own.
        assertTrue(numbersStand(question, "ユビデカレノン\n\n最大 5.0", "5.0グラム"));
        assertTrue(
                numbersStand(
                        "When did Ashdown retire?",
                        "Ashdown was mayor. He retired in 1954.",
                        "1954"));
    }

    private boolean numbersStand(String question, String evidence, String sentence) {
        return Evidence.attribution(terms, question, Evidence.of(evidence))
                .attribute(sentence, Set.of())
                .signals()
                .numbersStand();
    }

    @Test
    void aPassageWithFewOfTheAskedWordsIsAboutSomethingElse() {
        String evidence = "The bridge was painted in 1954. It is 215 metres long.";
        assertTrue(isAbout("How long is the bridge?", evidence));
        assertFalse(isAbout("When did mayor Ashdown retire from the council?", evidence));
        assertTrue(isAbout("市長はいつ議会を引退しましたか。", evidence));
    }

    private boolean isAbout(String question, String evidence) {
        return Evidence.attribution(terms, question, Evidence.of(evidence))
                .attribute("1954", Set.of())
                .signals()
                .subjectNamed();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    The ferry sails at six. | The ferry sails at six, and dogs are not taken. | false
                    The ferry sails at six. | The ferry does not sail at six. | true
                    The ferry sails in winter. | In a calm winter, with the harbour free of ice, the ferry never sails. | true
                    入会費は免除された。 | 入会費は免除されたが、会員の年齢は誰も知らなかったという。 | false
                    入会費は免除された。 | 規約の上では、入会費は免除されなかった。 | true
                    積極的な方法を用いることができる。 | 結果が決定的でない場合、積極的な方法を用いることができる。 | false
                    ガスばねと呼ばれる。 | 空気ではなく、不活性ガスを使うものもガスばねと呼ばれる。 | false
                    """)
    void aDenialCountsIfTheSentenceSaysWhatIsDenied(
            String sentence, String evidence, boolean denied) {
        assertEquals(
                denied,
                Evidence.attribution(terms, "", Evidence.of(evidence))
                        .attribute(sentence, Set.of())
                        .signals()
                        .denies());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    When was the bridge opened? | The Lune bridge opened in 1931.
                    How long is the bridge? | The length of the bridge is 215 metres.
                    Who was the engineer? | Edith Marlowe was the engineer.
                    What does a car cost? | A car costs 2.5 euros.
                    本は何冊まで借りられますか。 | 本は一度に5冊まで借りられます。
                    貸出期間は? | 貸出期間は二週間です。
                    """)
    void aSentenceThatSaysWhatAPassageSaysIsSupported(String question, String sentence) {
        assertEquals(Support.SUPPORTED, attribute(question, sentence).support());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    When was the bridge opened? | The Lune bridge opened in 1932.
                    How long is the bridge? | The bridge is 2150 metres long.
                    Who was the engineer? | The engineer was Harold Marlowe.
                    Who was the engineer? | The engineer of the bridge was Thomas Telford.
                    What does a car cost? | Crossing costs 3 euros for a car.
                    Is it old? | The bridge was painted red by volunteers last summer.
                    本は何冊まで借りられますか。 | 本は一度に六冊まで借りられます。
                    貸出期間は? | 貸出期間は3週間です。
                    """)
    void aSentenceThatSaysSomethingElseIsNot(String question, String sentence) {
        Finding finding = attribute(question, sentence);
        assertEquals(Support.UNSUPPORTED, finding.support());
        assertEquals(List.of(), finding.places());
    }

    @Test
    void theStretchCitedIsTheOneThatSaysIt() {
        Finding finding = attribute("What does it rest on?", "It rests on nine stone piers.");
        assertEquals(
                "It is 215 metres long and rests on nine stone piers.",
                quote(finding.places().getFirst()));
        assertEquals(1, finding.places().size());
    }

    @Test
    void aSentenceDrawnFromTwoPassagesCitesBoth() {
        Finding finding =
                attribute(
                        "Tell me about the crossing.",
                        "The bridge opened in 1931 and bicycles are free.");
        assertEquals(Support.SUPPORTED, finding.support());
        assertEquals(
                Set.of(1, 2),
                Set.copyOf(finding.places().stream().map(p -> p.passage().number()).toList()));
    }

    @Test
    void aNumberOfAPassageAboutSomethingElseBearsNothingOut() {
        var attribution =
                Evidence.attribution(
                        terms,
                        "What does the crossing cost?",
                        Evidence.of(TOLL, "Feed the goldfish 3 times every week."));
        assertEquals(
                Support.UNSUPPORTED,
                attribution.attribute("Crossing costs 3 euros for a car.", Set.of()).support());
    }

    @Test
    void aNumberThatCountsSomethingElseNearbyBearsNothingOut() {
        var attribution =
                Evidence.attribution(
                        terms,
                        "How many piers are there?",
                        Evidence.of(
                                "The bridge rests on nine stone piers. Trains cross it. Crowds came on"
                                        + " 8 May."));
        assertEquals(
                Support.UNSUPPORTED,
                attribution.attribute("The bridge rests on 8 stone piers.", Set.of()).support());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    When did it open? | The bridge was not opened in 1931.
                    What about bicycles? | Bicycles are not free.
                    本は借りられますか。 | 延滞した人は新しい本を借りられる。
                    """)
    void aSentenceThatDeniesWhatAPassageStatesIsNotSupported(String question, String sentence) {
        assertEquals(Support.UNSUPPORTED, attribute(question, sentence).support());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Who planned the bridge over the Lune? | Edith Marlowe planned the harbour. | true
                    Who planned the bridge over the Severn? | Edith Marlowe planned the harbour. | false
                    Who planned the bridge over the Lune, and who the Severn's? | Edith Marlowe planned the harbour. | true
                    本は何冊まで借りられますか。 | 本は五冊まで借りられます。 | true
                    レンズは何冊まで借りられますか。 | 本は五冊まで借りられます。 | false
                    """)
    void whatTheQuestionAsksAboutIsNamedInThePassageOrNot(
            String question, String sentence, boolean named) {
        assertEquals(named, attribute(question, sentence).signals().subjectNamed());
    }

    @Test
    void aTitleAloneIsNoAnswer() {
        var hit = Evidence.hit(1, "Harbour plan", List.of(), "Boats leave at six.", 0.9);
        var attribution =
                Evidence.attribution(
                        terms, "Who was the engineer?", List.of(new EvidencePassage(1, hit, "")));
        assertEquals(
                Support.UNSUPPORTED, attribution.attribute("Harbour plan.", Set.of()).support());
    }

    @Test
    void aStretchOfTwoSentencesIsCitedWhereTheFirstNamesWhatTheSecondSpeaksOf() {
        Finding finding = attribute("How long is the bridge?", "The bridge is 215 metres long.");
        assertEquals(Support.SUPPORTED, finding.support());
        assertTrue(quote(finding.places().getFirst()).contains("It is 215 metres long"));
        assertEquals(1, finding.places().size());
    }

    @Test
    void repeatingTheQuestionIsNotEnough() {
        assertEquals(
                Support.UNSUPPORTED,
                attribute(
                                "What colour is the bridge over the Lune?",
                                "The colour of the bridge over the Lune is turquoise with silver"
                                        + " ornaments.")
                        .support());
    }

    @Test
    void aNumberOfTheQuestionNeedsNoPassage() {
        assertEquals(
                Support.SUPPORTED,
                attribute(
                                "Was the bridge there in 1940?",
                                "The bridge was there in 1940, it opened in 1931.")
                        .support());
    }

    @Test
    void aSentenceWithoutContentClaimsNothing() {
        assertEquals(Support.NONE, attribute("How long is it?", "…").support());
    }

    @Test
    void aHintDecidesBetweenPassagesThatSayTheSame() {
        var attribution =
                Evidence.attribution(
                        terms,
                        "When is it open?",
                        Evidence.of("The hall is open daily.", "The hall is open daily."));
        assertEquals(1, first(attribution.attribute("The hall is open daily.", Set.of())));
        assertEquals(2, first(attribution.attribute("The hall is open daily.", Set.of(2))));
    }

    @Test
    void aHintDoesNotSupportWhatThePassageDoesNotSay() {
        assertEquals(
                Support.UNSUPPORTED,
                attribution("What about dogs?")
                        .attribute("Dogs wear a leash at night.", Set.of(2))
                        .support());
    }

    @Test
    void titleAndHeadingsCountAsContext() {
        var hit =
                Evidence.hit(
                        1,
                        "Oven manual",
                        List.of("Warranty"),
                        "It covers the heating element for five years.",
                        0.9);
        var attribution =
                Evidence.attribution(terms, "How long?", List.of(new EvidencePassage(1, hit, "")));
        assertEquals(
                Support.SUPPORTED,
                attribution
                        .attribute("The warranty of the oven covers the heating element.", Set.of())
                        .support());
    }

    private Finding attribute(String question, String sentence) {
        return attribution(question).attribute(sentence, Set.of());
    }

    private Attribution attribution(String question) {
        return Evidence.attribution(terms, question, Evidence.of(BRIDGE, TOLL, RULES));
    }

    private static int first(Finding finding) {
        return finding.places().getFirst().passage().number();
    }

    private static String quote(Attribution.Place place) {
        return place.span().of(place.passage().text());
    }
}
