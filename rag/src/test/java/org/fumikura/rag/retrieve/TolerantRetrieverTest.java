package org.fumikura.rag.retrieve;

import static org.fumikura.rag.index.PassageFixtures.CHUNKER;
import static org.fumikura.rag.index.PassageFixtures.document;
import static org.fumikura.rag.index.PassageFixtures.passages;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fumikura.rag.Passage;
import org.fumikura.rag.Scope;
import org.fumikura.rag.index.IndexSettings;
import org.fumikura.rag.index.LucenePassageIndex;
import org.fumikura.rag.index.PassageIndex;
import org.fumikura.rag.index.PassageVector;
import org.fumikura.rag.index.Restriction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TolerantRetrieverTest {
    private static final String VESSEL = "A vessel leaves the harbour.";
    private static final String CAT = "The feline sleeps.";

    @TempDir Path folder;

    private final ToyEmbedding embedding = new ToyEmbedding();
    private PassageIndex index;

    @BeforeEach
    void fillIndex() {
        index =
                LucenePassageIndex.open(
                        folder, new IndexSettings("toy", embedding.dimension(), CHUNKER));
        List<Passage> passages = passages(document('a'), VESSEL, CAT);
        index.replace(document('a'), "", passages);
        index.putVectors(
                passages.stream()
                        .map(p -> new PassageVector(p.id(), ToyEmbedding.vector(p.text())))
                        .toList());
        index.commit();
    }

    @AfterEach
    void closeIndex() {
        index.close();
    }

    private Found find(String query, SearchMode mode, String... phrases) {
        var exact = new HybridRetriever(index, Optional.of(embedding));
        var within = new Restriction(Scope.EVERYTHING, List.of(phrases), List.of());
        return new TolerantRetriever(exact, index).find(new SearchRequest(query, mode, 10, within));
    }

    private static String first(Found found) {
        return found.passages().getFirst().passage().text();
    }

    @Test
    void whatIsFoundIsLeftAlone() {
        Found found = find("harbour", SearchMode.HYBRID);
        assertEquals(VESSEL, first(found));
        assertEquals(Optional.empty(), found.corrected());
        assertEquals(List.of(), found.absent());
    }

    @Test
    void aWordThatNoPassageHasIsPutRight() {
        Found found = find("harbuor", SearchMode.LEXICAL);
        assertEquals(VESSEL, first(found));
        assertEquals(Optional.of("harbour"), found.corrected());
    }

    @Test
    void aPhraseThatNoPassageHasIsLetGoAndNamed() {
        Found found = find("\"harbour leaves\"", SearchMode.HYBRID, "harbour leaves");
        assertEquals(VESSEL, first(found));
        assertEquals(List.of("harbour leaves"), found.absent());
    }

    @Test
    void whatIsLikeNothingFindsNothingByWords() {
        assertEquals(Found.exactly(List.of()), find("\"zzzzzz\"", SearchMode.LEXICAL, "zzzzzz"));
    }

    @Test
    void otherWordsThanThePassagesAreNoSlip() {
        Found found = find("my cat", SearchMode.HYBRID);
        assertEquals(CAT, first(found));
        assertEquals(Optional.empty(), found.corrected());
    }
}
