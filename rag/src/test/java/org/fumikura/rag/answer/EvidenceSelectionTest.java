package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.fumikura.rag.chunk.SentenceSplitter;
import org.fumikura.rag.index.ContentTerms;
import org.fumikura.rag.retrieve.RankedPassage;
import org.junit.jupiter.api.Test;

class EvidenceSelectionTest {
    private final ContentTerms terms = new ContentTerms();

    @Test
    void aShortPassageIsShownWhole() {
        var evidence = select(500, 200, "When?", Evidence.hit(1, "The kettle whistles at noon."));
        assertEquals("The kettle whistles at noon.", evidence.getFirst().shown());
    }

    @Test
    void ofALongPassageTheSentencesAroundTheQuestionAreShown() {
        String filler = "Nothing of interest happens on this day in the village. ".repeat(20);
        Hit hit = Evidence.hit(1, filler + "The kettle whistles at noon. " + filler);
        String shown = select(500, 60, "When does the kettle whistle?", hit).getFirst().shown();
        assertTrue(shown.contains("The kettle whistles at noon."), shown);
        assertTrue(TokenGuess.of(shown) <= 60);
        assertTrue(hit.ranked().passage().text().contains(shown));
    }

    @Test
    void theBudgetHoldsForAllTogether() {
        Hit[] hits =
                IntStream.rangeClosed(1, 8)
                        .mapToObj(i ->
                                Evidence.hit(1, ("Kettle " + i + " whistles at noon. ").repeat(9)))
                        .toArray(Hit[]::new);
        var evidence = select(150, 80, "When does the kettle whistle?", hits);
        assertTrue(evidence.size() > 1);
        assertTrue(evidence.stream().mapToInt(e -> TokenGuess.of(e.shown())).sum() <= 150);
        assertEquals(1, evidence.getFirst().number());
    }

    @Test
    void ofPassagesFarBelowTheBestOnlyTheSecondIsShown() {
        Hit[] hits =
                IntStream.rangeClosed(1, 5)
                        .mapToObj(i -> Evidence.hit(i * i, "Kettle " + i + " whistles."))
                        .toArray(Hit[]::new);
        assertEquals(2, select(500, 200, "When?", hits).size());
    }

    @Test
    void aHeadingThatMeaningAloneFoundIsLeftOut() {
        Hit said = Evidence.hit(1, "The kettle whistles at noon.");
        Hit heading = byMeaningAlone(Evidence.hit(1, "2023事務年度 金融行政方針 本文"));
        Hit told =
                byMeaningAlone(Evidence.hit(1, "It boils long before lunch is served. ".repeat(3)));
        assertEquals(
                List.of(said, told),
                select(500, 200, "When does the kettle whistle?", said, heading, told).stream()
                        .map(EvidencePassage::hit)
                        .toList());
        assertEquals(1, select(500, 200, "When?", heading).size());
    }

    private static Hit byMeaningAlone(Hit hit) {
        RankedPassage ranked = hit.ranked();
        return new Hit(
                new RankedPassage(
                        ranked.passage(),
                        ranked.score(),
                        OptionalInt.empty(),
                        ranked.vectorRank(),
                        ranked.similarity()),
                hit.source());
    }

    @Test
    void aPassageThatSaysWhatABetterOneSaysIsLeftOut() {
        Hit said =
                Evidence.hit(1, "The kettle whistles at noon. It is heard in the whole village.");
        Hit excerpt = Evidence.hit(1, "It is heard in the whole village.");
        Hit other = Evidence.hit(1, "The baker opens when he hears it.");
        Hit contradiction = Evidence.hit(1, "The kettle whistles at noon, at 11:45.");
        assertEquals(
                List.of(said, other, contradiction),
                select(500, 200, "When?", said, excerpt, other, contradiction).stream()
                        .map(EvidencePassage::hit)
                        .toList());
    }

    @Test
    void neighboursInADocumentStandSideBySideInItsOrder() {
        Hit best = Evidence.part(4, 1, "The kettle whistles at noon.");
        Hit elsewhere = Evidence.hit(2, "The baker opens at dawn.");
        Hit before = Evidence.part(3, 2, "Water is fetched from the well.");
        Hit farAway = Evidence.part(9, 2, "Bread is sold out by evening.");
        var evidence = select(500, 200, "When?", best, elsewhere, before, farAway);
        assertEquals(
                List.of(before, best, elsewhere, farAway),
                evidence.stream().map(EvidencePassage::hit).toList());
        assertEquals(List.of(1, 2, 3, 4), evidence.stream().map(EvidencePassage::number).toList());
    }

    @Test
    void onePassageCanJoinTwoThatWereApart() {
        Hit first = Evidence.part(1, 1, "The kettle whistles at noon.");
        Hit third = Evidence.part(3, 2, "Bread is sold out by evening.");
        Hit second = Evidence.part(2, 2, "Water is fetched from the well.");
        assertEquals(
                List.of(first, second, third),
                select(500, 200, "When?", third, first, second).stream()
                        .map(EvidencePassage::hit)
                        .toList());
    }

    @Test
    void aSentenceLongerThanTheLimitIsCutBetweenCharacters() {
        Hit hit = Evidence.hit(1, "𠮷野家".repeat(400));
        String shown = select(500, 50, "吉野家", hit).getFirst().shown();
        assertTrue(!shown.isEmpty() && TokenGuess.of(shown) <= 50);
        assertTrue(!Character.isHighSurrogate(shown.charAt(shown.length() - 1)));
    }

    @Test
    void aShortDocumentIsReadWhole() {
        List<Hit> document =
                List.of(
                        Evidence.part(0, 1, "The kettle was bought at a fair."),
                        Evidence.part(1, 1, "It whistles at noon. ".repeat(9)),
                        Evidence.part(2, 1, "Nobody else has one."));
        Hit elsewhere = Evidence.hit(2, "The baker opens at dawn.");
        OfferedEvidence offered =
                selection(500, 40, document)
                        .select("When does it whistle?", List.of(document.get(1), elsewhere));
        assertEquals(document.getFirst().source(), offered.all().whole().orElseThrow());
        assertEquals(
                List.of(
                        document.get(0).ranked().passage(),
                        document.get(1).ranked().passage(),
                        document.get(2).ranked().passage(),
                        elsewhere.ranked().passage()),
                offered.all().passages().stream().map(EvidencePassage::passage).toList());
        assertEquals(
                document.get(1).ranked().passage().text(), offered.all().passages().get(1).shown());
        assertTrue(offered.lead().whole().isEmpty());
        assertEquals(List.of(document.get(1)), hits(offered.lead()));
        assertTrue(TokenGuess.of(offered.lead().passages().getFirst().shown()) <= 40);
    }

    @Test
    void aVeryShortDocumentIsReadWholeAtOnce() {
        List<Hit> document =
                List.of(
                        Evidence.part(0, 1, "The kettle was bought at a fair."),
                        Evidence.part(1, 1, "It whistles at noon."));
        OfferedEvidence offered =
                selection(500, 200, document)
                        .select("When does it whistle?", List.of(document.get(1)));
        assertEquals(offered.all(), offered.lead());
        assertEquals(List.of(offered.all()), offered.readings(true));
        assertTrue(offered.lead().whole().isPresent());
    }

    @Test
    void aDocumentBeyondTheBudgetIsNot() {
        List<Hit> document =
                List.of(
                        Evidence.part(0, 1, "The kettle was bought at a fair."),
                        Evidence.part(1, 1, "It whistles at noon. ".repeat(9)));
        ChosenEvidence all =
                selection(60, 40, document)
                        .select("When does it whistle?", List.of(document.get(1)))
                        .all();
        assertTrue(all.whole().isEmpty());
        assertEquals(1, all.passages().size());
    }

    @Test
    void aDocumentOfManyPassagesIsNot() {
        List<Hit> document =
                IntStream.range(0, 40).mapToObj(i -> Evidence.part(i, 1, "Row " + i)).toList();
        ChosenEvidence all =
                selection(500, 60, document).select("Row?", List.of(document.get(3))).all();
        assertTrue(all.whole().isEmpty());
        assertEquals(List.of(document.get(3)), hits(all));
    }

    @Test
    void theBestPassageIsReadFirstWithTheNeighboursThereIsRoomFor() {
        Hit best = Evidence.part(4, 1, "The kettle whistles at noon.");
        Hit elsewhere = Evidence.hit(2, "The baker opens at dawn.");
        Hit after = Evidence.part(5, 2, "Water is fetched from the well.");
        Hit before = Evidence.part(3, 2, "It is an old kettle, bought at a fair. ".repeat(20));
        OfferedEvidence offered =
                selection(500, 60, List.of())
                        .select("When?", List.of(best, elsewhere, after, before));
        assertEquals(List.of(best, after), hits(offered.lead()));
        assertEquals(List.of(before, best, after, elsewhere), hits(offered.all()));
        assertEquals(List.of(offered.lead(), offered.all()), offered.readings(true));
        assertEquals(List.of(offered.all()), offered.readings(false));
    }

    @Test
    void ofNothingFoundNothingIsRead() {
        OfferedEvidence offered = selection(500, 60, List.of()).select("When?", List.of());
        assertEquals(OfferedEvidence.NONE, offered);
        assertEquals(List.of(ChosenEvidence.NONE), offered.readings(true));
    }

    private static List<Hit> hits(ChosenEvidence evidence) {
        return evidence.passages().stream().map(EvidencePassage::hit).toList();
    }

    private List<EvidencePassage> select(int budget, int share, String question, Hit... hits) {
        return selection(budget, share, List.of()).select(question, List.of(hits)).all().passages();
    }

    /// Knows of documents no other passages than those of `document`.
    private EvidenceSelection selection(int budget, int share, List<Hit> document) {
        var whole =
                new WholeDocument(ids ->
                        document.stream()
                                .map(hit -> hit.ranked().passage())
                                .filter(passage -> ids.contains(passage.id()))
                                .toList());
        return new EvidenceSelection(terms, new SentenceSplitter(), whole, budget, share);
    }
}
