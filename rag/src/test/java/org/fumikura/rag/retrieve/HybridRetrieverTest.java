package org.fumikura.rag.retrieve;

import static org.fumikura.rag.index.PassageFixtures.CHUNKER;
import static org.fumikura.rag.index.PassageFixtures.document;
import static org.fumikura.rag.index.PassageFixtures.id;
import static org.fumikura.rag.index.PassageFixtures.passages;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.RagException;
import org.fumikura.rag.Scope;
import org.fumikura.rag.index.IndexSettings;
import org.fumikura.rag.index.LucenePassageIndex;
import org.fumikura.rag.index.PassageIndex;
import org.fumikura.rag.index.PassageVector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HybridRetrieverTest {
    private static final DocumentId A = document('a');
    private static final DocumentId B = document('b');

    @TempDir Path folder;

    private final ToyEmbedding embedding = new ToyEmbedding();
    private PassageIndex index;
    private Retriever retriever;

    @BeforeEach
    void fillIndex() {
        index =
                LucenePassageIndex.open(
                        folder, new IndexSettings("toy", embedding.dimension(), CHUNKER));
        retriever = new HybridRetriever(index, Optional.of(embedding));
        put(A, "A vessel leaves the harbour.", "The feline sleeps.", "A shower of stones fell.");
        put(B, "猫は船の上で眠る。", "The harbour master is late.");
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
                passages.stream()
                        .map(p -> new PassageVector(p.id(), ToyEmbedding.vector(p.text())))
                        .toList());
    }

    private List<PassageId> found(String query, SearchMode mode, int limit) {
        return retriever.retrieve(new SearchRequest(query, mode, limit, Scope.EVERYTHING)).stream()
                .map(ranked -> ranked.passage().id())
                .toList();
    }

    @Test
    void wordsFindWhatSharesWordsOnly() {
        assertEquals(List.of(id(A, 0), id(B, 1)), found("harbour", SearchMode.LEXICAL, 10));
        assertEquals(List.of(), found("boat", SearchMode.LEXICAL, 10));
    }

    @Test
    void meaningFindsOtherWordsAndOtherLanguages() {
        assertEquals(List.of(id(A, 1), id(B, 0)), found("my cat", SearchMode.VECTOR, 2));
    }

    @Test
    void bothTogetherPreferWhatBothFind() {
        assertEquals(id(A, 0), found("boat in the harbour", SearchMode.HYBRID, 10).getFirst());
    }

    @Test
    void aNumberInCommonDoesNotOutweighMeaningInAnotherLanguage() {
        DocumentId answer = document('c');
        DocumentId number = document('d');
        put(answer, "雨と猫");
        put(number, "2024 feline accounts");
        index.commit();
        String question = "unexpected rain brought my cat much misery throughout 2024 nevertheless";
        assertEquals(List.of(id(number, 0)), found(question, SearchMode.LEXICAL, 10));
        assertEquals(id(answer, 0), found(question, SearchMode.HYBRID, 10).getFirst());
        // Asked in the words of the passage, words count in full.
        assertEquals(
                id(number, 0), found("2024 accounts, a cat", SearchMode.HYBRID, 10).getFirst());
    }

    @Test
    void ranksAndSimilarityTellHowAPassageWasFound() {
        RankedPassage first =
                retriever
                        .retrieve(
                                new SearchRequest(
                                        "boat in the harbour",
                                        SearchMode.HYBRID,
                                        1,
                                        Scope.EVERYTHING))
                        .getFirst();
        assertEquals(OptionalInt.of(1), first.lexicalRank());
        assertEquals(OptionalInt.of(1), first.vectorRank());
        assertEquals(1, first.similarity(), 0.02);
        assertEquals("A vessel leaves the harbour.", first.passage().text());
    }

    @Test
    void similarityIsKnownWhereverThereIsAVector() {
        List<RankedPassage> found =
                retriever.retrieve(
                        new SearchRequest("harbour", SearchMode.HYBRID, 10, Scope.EVERYTHING));
        assertTrue(found.stream().noneMatch(ranked -> Double.isNaN(ranked.similarity())));
    }

    @Test
    void theFewPassagesWithVectorsDoNotPushAsideBetterOnesWithout() {
        DocumentId waiting = document('d');
        String[] texts = {
            "The toll bridge opens at six.", "one", "two", "three", "four", "five", "six"
        };
        index.replace(waiting, "", passages(waiting, texts));
        index.commit();
        List<PassageId> found = found("When does the toll bridge open?", SearchMode.HYBRID, 10);
        assertEquals(id(waiting, 0), found.getFirst());
    }

    @Test
    void withoutAModelHybridSearchIsByWords() {
        retriever = new HybridRetriever(index, Optional.empty());
        assertEquals(List.of(id(A, 0), id(B, 1)), found("harbour", SearchMode.HYBRID, 10));
    }

    @Test
    void withoutAModelSearchByMeaningIsRefused() {
        retriever = new HybridRetriever(index, Optional.empty());
        RagException fault =
                assertThrows(RagException.class, () -> found("cat", SearchMode.VECTOR, 10));
        assertEquals(RagException.Code.EMBEDDER_MISSING, fault.code());
    }

    @Test
    void theSameTextInTwoDocumentsIsFoundOnce() {
        DocumentId copy = document('c');
        put(copy, "A vessel  leaves\nthe harbour.", "Another harbour.");
        index.commit();
        List<PassageId> found = found("vessel harbour", SearchMode.LEXICAL, 10);
        assertEquals(1, found.stream().filter(Set.of(id(A, 0), id(copy, 0))::contains).count());
        assertTrue(found.contains(id(copy, 1)));
    }

    @Test
    void spacesPunctuationCaseAndWidthMakeNoOtherText() {
        DocumentId copy = document('c');
        put(copy, "Ａ  VESSEL leaves: the har\u00ADbour!", "A vessel leaves the harbour 2.");
        index.commit();
        List<PassageId> found = found("vessel harbour", SearchMode.LEXICAL, 10);
        assertEquals(1, found.stream().filter(Set.of(id(A, 0), id(copy, 0))::contains).count());
        assertTrue(found.contains(id(copy, 1)));
    }

    @Test
    void aListCutShortByCopiesIsFilledFromFurtherDown() {
        put(document('c'), "A vessel leaves the harbour.");
        index.commit();
        assertEquals(List.of(id(A, 0), id(B, 1)), found("the harbour", SearchMode.LEXICAL, 2));
    }

    @Test
    void aQueryIsEmbeddedOnceHoweverOftenItIsAsked() {
        found("cat", SearchMode.HYBRID, 3);
        found("cat", SearchMode.VECTOR, 5);
        assertEquals(1, embedding.texts());
    }

    @Test
    void anEmptyScopeFindsNothing() {
        assertEquals(
                List.of(),
                retriever.retrieve(
                        new SearchRequest(
                                "harbour cat",
                                SearchMode.HYBRID,
                                10,
                                new Scope.Documents(Set.of()))));
    }

    @Test
    void aBlankQueryFindsNothing() {
        assertEquals(List.of(), found(" \n", SearchMode.HYBRID, 10));
        assertEquals(0, embedding.texts());
    }
}
