package org.fumikura.rag.index;

import static org.fumikura.rag.index.PassageFixtures.CHUNKER;
import static org.fumikura.rag.index.PassageFixtures.document;
import static org.fumikura.rag.index.PassageFixtures.passages;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Words and meaning must find the same passages where both are restricted.
class RestrictionTest {
    private static final DocumentId A = document('a');
    private static final DocumentId B = document('b');
    private static final float[] ANY = {1, 0};
    private static final String TOWER = "The light of the north pier tower is red.";
    private static final String PIER = "The pier to the north has a light and a harbour.";
    private static final String HARBOURS = "Two harbours have a light.";
    private static final String JAPANESE = "北の岬の灯台に light がある。";
    private static final String RUNNING = "走った人が港の light を見た。";

    @TempDir Path folder;

    private PassageIndex index;

    @BeforeEach
    void fillIndex() {
        index = LucenePassageIndex.open(folder, new IndexSettings("none", 2, CHUNKER));
        put(A, TOWER, PIER, HARBOURS);
        put(B, JAPANESE, RUNNING);
        index.commit();
    }

    @AfterEach
    void closeIndex() {
        index.close();
    }

    private void put(DocumentId document, String... texts) {
        List<Passage> passages = passages(document, texts);
        index.replace(document, "", passages);
        index.putVectors(
                passages.stream().map(p -> new PassageVector(p.id(), new float[] {1, 0})).toList());
    }

    private void assertFound(Set<String> expected, Restriction within) {
        assertEquals(new TreeSet<>(expected), texts(index.lexical("light", within, 10)));
        assertEquals(new TreeSet<>(expected), texts(index.nearest(ANY, within, 10)));
    }

    private Set<String> texts(List<ScoredPassage> found) {
        List<PassageId> ids = found.stream().map(ScoredPassage::id).toList();
        return index.passages(ids).stream()
                .map(Passage::text)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Restriction phrase(String phrase) {
        return new Restriction(Scope.EVERYTHING, List.of(phrase), List.of());
    }

    private static Restriction without(String words) {
        return new Restriction(Scope.EVERYTHING, List.of(), List.of(words));
    }

    @Test
    void aPhraseMustStandTogether() {
        assertFound(Set.of(TOWER), phrase("North Pier"));
        assertFound(Set.of(JAPANESE), phrase("岬の灯台"));
        assertFound(Set.of(), phrase("pier north"));
    }

    @Test
    void aQuotedWordIsMeantAsItIsWritten() {
        assertFound(Set.of(PIER), phrase("harbour"));
        assertFound(Set.of(HARBOURS), phrase("HARBOURS"));
    }

    @Test
    void anExcludedWordIsMeantInAllItsForms() {
        assertFound(Set.of(TOWER, JAPANESE, RUNNING), without("harbour"));
        assertFound(Set.of(TOWER, PIER, HARBOURS, JAPANESE), without("走る"));
        assertFound(Set.of(TOWER, PIER, HARBOURS, JAPANESE), without("港"));
        assertFound(Set.of(PIER, HARBOURS, JAPANESE, RUNNING), without("north pier"));
    }

    @Test
    void whatIsNoWordRestrictsNothing() {
        Set<String> all = Set.of(TOWER, PIER, HARBOURS, JAPANESE, RUNNING);
        assertFound(all, without("…"));
        assertFound(all, phrase("?!"));
    }

    @Test
    void everyPartOfARestrictionHolds() {
        Scope onlyA = new Scope.Documents(Set.of(A));
        assertFound(Set.of(TOWER), new Restriction(onlyA, List.of("light"), List.of("harbour")));
        assertFound(Set.of(TOWER), new Restriction(onlyA, List.of(), List.of("harbour")));
        assertFound(
                Set.of(),
                new Restriction(new Scope.Documents(Set.of()), List.of(), List.of("harbour")));
        assertFound(Set.of(), new Restriction(onlyA, List.of("岬の灯台"), List.of()));
    }
}
