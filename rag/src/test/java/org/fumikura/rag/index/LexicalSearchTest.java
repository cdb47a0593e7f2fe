package org.fumikura.rag.index;

import static org.fumikura.rag.index.PassageFixtures.CHUNKER;
import static org.fumikura.rag.index.PassageFixtures.document;
import static org.fumikura.rag.index.PassageFixtures.passages;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.Scope;
import org.fumikura.rag.Span;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexicalSearchTest {
    @TempDir Path folder;

    private PassageIndex index;

    @BeforeEach
    void openIndex() {
        index = LucenePassageIndex.open(folder, new IndexSettings("none", 2, CHUNKER));
    }

    @AfterEach
    void closeIndex() {
        index.close();
    }

    private List<String> found(String query, String... texts) {
        index.replace(document('a'), "", passages(document('a'), texts));
        index.commit();
        List<PassageId> ids =
                index.lexical(query, Scope.EVERYTHING, 10).stream().map(ScoredPassage::id).toList();
        return index.passages(ids).stream().map(Passage::text).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "running shoes, She ran in a running shoe.",
        "café, the cafe at the corner",
        "naive, a naïve reader",
        "東京都の人口, 人口は東京で増えた",
        "ﾃﾞｰﾀﾍﾞｰｽ, データベースの設計",
        "コンピュータ, コンピューターを買う",
        "食べた, 昨日は魚を食べる日だった",
        "ＡＢＣ１２３, model ABC123",
        "1234567, 'total 1,234,567 yen'",
        "'1,234,567', 売上は1234567円",
        "売上 1234567, 売上は１，２３４，５６７円",
        "AB-1234/5, 型番はAB-1234/5です",
        "型番AB-1234, part AB-1234 is out",
        "Luceneの使い方, how to use Lucene",
        "C3PO, C3PO and others",
        "猫, 黒い猫",
        "한국어, 한국어 문서",
        "高橋, 髙橋さんに会う",
        "山﨑, 山崎の報告",
        "バイオリン, ヴァイオリンの音",
        "ウィンドウ, ウインドウを閉じる",
        "にほんばし, 日本橋の老舗",
        "りんご, 林檎の値段",
        "リンゴ, りんごの値段"
    })
    void aQueryFindsItsPassage(String query, String text) {
        assertEquals(List.of(text), found(query, text, "別の話", "something else entirely"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "the",
                "AND OR NOT",
                "\"",
                "a:b^2 (c [d TO *] ~3 \\",
                "?!？！。、",
                "\uD83D",
                "「」『",
                "*:*",
                "\u0000"
            })
    void anyInputIsSafe(String query) {
        assertEquals(List.of(), found(query, "harmless passage", "無害な文"));
    }

    @Test
    void aPastedPageIsSafe() {
        String page = "Seventeen different words about harbours and 港の話 ".repeat(500);
        assertEquals(List.of("harbours"), found(page, "harbours"));
    }

    @Test
    void manyDifferentWordsAreSafe() {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            words.append((char) ('一' + i)).append((char) ('一' + 2 * i));
        }
        assertTrue(found(words.toString(), "無関係").size() <= 1);
    }

    @ParameterizedTest
    @CsvSource({
        "lighthuose, lighthouse, The lighthouse is red.",
        "Lighthuose keeper, lighthouse keeper, The lighthouse is red.",
        "photosyn, photosynthesis, About photosynthesis.",
        "コンピュタの修理, コンピュータの修理, コンピューターの話",
        "ブロッコリィ, ブロッコリ, ブロッコリーの話",
    })
    void anUnknownWordIsPutRight(String query, String meant, String text) {
        found("", text);
        assertEquals(Optional.of(meant), index.correction(query));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the lighthouses",
                "zzzzzzz",
                "灯台",
                "x9",
                "",
                "lig",
                "lighthuose zzzzzzz qqqqqqq"
            })
    void whatIsKnownOrLikeNothingIsLeftAlone(String query) {
        found("", "The lighthouse is near, lig or not.", "今日は晴れ");
        assertEquals(Optional.empty(), index.correction(query));
    }

    @Test
    void wordsOfTheTitleAndTheHeadingsFindThePassage() {
        Passage passage =
                new Passage(
                        new PassageId(document('b'), CHUNKER, 0),
                        1,
                        new Span(0, 4),
                        List.of("Warranty"),
                        "body");
        index.replace(document('b'), "Handbook", List.of(passage));
        index.commit();
        assertEquals(1, index.lexical("handbook", Scope.EVERYTHING, 10).size());
        assertEquals(1, index.lexical("warranty", Scope.EVERYTHING, 10).size());
    }

    @Test
    void aQuotedPhraseCountsExtraWhereItStandsTogether() {
        String together = "a storehouse of old writings was there, and more besides";
        String apart = "old houses, and a store of writings";
        assertEquals(together, found("\"old writings\"", apart, together).getFirst());
    }

    @Test
    void partsOfACodeCountExtraWhereTheyStandTogether() {
        String code = "order X7-1200 from the other list of parts and numbers";
        String scattered = "1200 of X7";
        assertEquals(code, found("X7-1200", scattered, code).getFirst());
    }

    @ParameterizedTest
    @CsvSource({"kettle on the shelf", "やかんは棚にある", "part AB-1234", "'「やかん」とkettle'"})
    void theCeilingIsAboveEveryScoreAndRisesWithWordsThatAreNowhere(String query) {
        String text = (query + " ").repeat(30);
        index.replace(document('a'), "", passages(document('a'), text, "a kettle", "やかん", "棚"));
        index.commit();
        double best = index.lexical(query, Scope.EVERYTHING, 1).getFirst().score();
        double ceiling = index.lexicalCeiling(query);
        assertTrue(best > 0.5 * ceiling, best + " of " + ceiling);
        assertTrue(index.lexicalCeiling(query + " zeppelin") > ceiling);
        assertEquals(0, index.lexicalCeiling("..."));
    }

    @Test
    void aWordIsRarerTheFewerPassagesHaveIt() {
        index.replace(document('a'), "", passages(document('a'), "a kettle", "a kettle 棚", "棚"));
        index.commit();
        Map<String, Double> rarity = index.rarity("zeppelin kettle 棚 やかん");
        assertTrue(rarity.keySet().containsAll(Set.of("zeppelin", "kettl", "棚", "やかん")));
        assertEquals(1, rarity.get("zeppelin"));
        assertEquals(1, rarity.get("やかん"));
        assertTrue(of("kettl", rarity) < 1 && of("棚", rarity) < 1, rarity.toString());
        index.replace(document('b'), "", passages(document('b'), "a kettle", "a kettle"));
        index.commit();
        assertTrue(of("kettl", index.rarity("kettle")) < of("棚", index.rarity("棚")));
    }

    @Test
    void aFewPassagesDoNotMakeAWordCommon() {
        index.replace(document('a'), "", passages(document('a'), "a kettle"));
        index.commit();
        assertTrue(of("kettl", index.rarity("kettle")) > 0.95);
        String[] many = Collections.nCopies(2_000, "a kettle").toArray(String[]::new);
        index.replace(document('a'), "", passages(document('a'), many));
        index.commit();
        assertTrue(of("kettl", index.rarity("kettle")) < 0.15);
    }

    private static double of(String term, Map<String, Double> rarity) {
        return rarity.getOrDefault(term, Double.NaN);
    }

    @Test
    void wordsOfTheFirstAnswersRaiseWhatSharesThem() {
        Passage answer = passage(0, "A kettle hums on the samovar.");
        Passage apart = passage(1, "A kettle stands on the shelf.");
        Passage sharing = passage(2, "A kettle stands on the samovar.");
        index.replace(document('a'), "", List.of(answer, apart, sharing));
        index.commit();
        List<ScoredPassage> found = index.lexical("kettle", Scope.EVERYTHING, 10);
        assertEquals(List.of(0, 1, 2), ordinals(found));
        List<ScoredPassage> anew =
                index.fedBack("kettle", found, List.of(new ScoredPassage(answer.id(), 1)));
        assertEquals(List.of(0, 2, 1), ordinals(anew));
        for (ScoredPassage hit : anew) {
            double before = found.get(hit.id().ordinal()).score();
            assertTrue(hit.score() >= before, hit.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"やかん, やかんが鳴る", "'', kettle", "kettle, '...'"})
    void withoutWordsToAddTheListStays(String query, String text) {
        index.replace(document('a'), "", passages(document('a'), text, "a kettle", "やかん"));
        index.commit();
        List<ScoredPassage> found = index.lexical("kettle やかん", Scope.EVERYTHING, 10);
        var first = new ScoredPassage(passage(0, text).id(), 1);
        assertEquals(found, index.fedBack(query, found, List.of(first)));
        assertEquals(List.of(), index.fedBack(query, List.of(), List.of(first)));
    }

    private static Passage passage(int ordinal, String text) {
        return new Passage(
                new PassageId(document('a'), CHUNKER, ordinal),
                1,
                new Span(0, text.length()),
                List.of(),
                text);
    }

    private static List<Integer> ordinals(List<ScoredPassage> found) {
        return found.stream().map(hit -> hit.id().ordinal()).toList();
    }

    @Test
    void aPhraseDoesNotReachFromAHeadingIntoTheText() {
        var heading =
                new Passage(
                        new PassageId(document('a'), CHUNKER, 0),
                        1,
                        new Span(0, 11),
                        List.of("north pier"),
                        "opening day");
        index.replace(document('a'), "", List.of(heading));
        index.commit();
        assertEquals(1, phrase("north pier").size());
        assertEquals(List.of(), phrase("pier opening"));
    }

    private List<ScoredPassage> phrase(String words) {
        var within = new Restriction(Scope.EVERYTHING, List.of(words), List.of());
        return index.lexical(words, within, 10);
    }
}
