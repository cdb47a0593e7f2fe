package org.fumikura.rag.index;

import static org.fumikura.rag.index.PassageFixtures.CHUNKER;
import static org.fumikura.rag.index.PassageFixtures.document;
import static org.fumikura.rag.index.PassageFixtures.id;
import static org.fumikura.rag.index.PassageFixtures.passages;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.RagException;
import org.fumikura.rag.Scope;
import org.fumikura.rag.Span;
import org.fumikura.rag.index.PassageIndex.Freshness;
import org.fumikura.rag.index.PassageIndex.Freshness.State;
import org.fumikura.rag.index.PassageSearch.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LucenePassageIndexTest {
    private static final IndexSettings SETTINGS = new IndexSettings("toy", 2, CHUNKER);
    private static final DocumentId A = document('a');
    private static final DocumentId B = document('b');

    @TempDir Path folder;

    private LucenePassageIndex open() {
        return LucenePassageIndex.open(folder, SETTINGS);
    }

    private static List<PassageId> ids(List<ScoredPassage> found) {
        return found.stream().map(ScoredPassage::id).toList();
    }

    private static PassageVector vector(PassageId id, double angle) {
        return new PassageVector(
                id, new float[] {(float) Math.cos(angle), (float) Math.sin(angle)});
    }

    private static float[] towards(double angle) {
        return vector(id(A, 0), angle).vector();
    }

    @Test
    void whatIsNotCommittedIsNotFound() {
        try (PassageIndex index = open()) {
            index.replace(A, "title", passages(A, "a lighthouse keeper"));
            assertEquals(List.of(), index.lexical("lighthouse", Scope.EVERYTHING, 10));
            index.commit();
            assertEquals(List.of(id(A, 0)), ids(index.lexical("lighthouse", Scope.EVERYTHING, 10)));
        }
    }

    @Test
    void preparingLeavesNothingBehind() {
        try (PassageIndex index = open()) {
            index.prepare();
            index.replace(A, "title", passages(A, "a lighthouse keeper"));
            index.commit();
            assertEquals(Set.of(A), index.documents().keySet());
            assertEquals(List.of(), index.lexical("passages", Scope.EVERYTHING, 10));
        }
    }

    @Test
    void aStoredPassageComesBackAsItWas() {
        Passage passage =
                new Passage(
                        id(A, 0), 7, new Span(100, 109), List.of("Part", "Chapter"), "石の橋と\n川の流れ");
        try (PassageIndex index = open()) {
            index.replace(A, "title", List.of(passage));
            index.commit();
            assertEquals(List.of(passage), index.passages(List.of(id(B, 0), id(A, 0), id(A, 1))));
        }
    }

    @Test
    void commitSurvivesReopeningAndTheRestDoesNot() {
        try (PassageIndex index = open()) {
            assertEquals(new Freshness(State.CREATED, State.CREATED), index.freshness());
            index.replace(A, "", passages(A, "committed"));
            index.putVectors(List.of(vector(id(A, 0), 0)));
            index.commit();
            index.replace(B, "", passages(B, "forgotten"));
        }
        try (PassageIndex index = open()) {
            assertEquals(new Freshness(State.OPENED, State.OPENED), index.freshness());
            assertEquals(new Size(1, 1), index.size());
            assertEquals(List.of(), index.lexical("forgotten", Scope.EVERYTHING, 10));
        }
    }

    @Test
    void replacingADocumentForgetsItsOldPassagesAndVectors() {
        try (PassageIndex index = open()) {
            index.replace(A, "", passages(A, "old words", "more old words"));
            index.putVectors(List.of(vector(id(A, 0), 0), vector(id(A, 1), 0.1)));
            index.commit();
            index.replace(A, "", passages(A, "new words"));
            index.commit();
            assertEquals(new Size(1, 0), index.size());
            assertEquals(List.of(), index.lexical("old", Scope.EVERYTHING, 10));
            assertEquals(List.of(), index.nearest(towards(0), Scope.EVERYTHING, 10));
        }
    }

    @Test
    void aRemovedDocumentIsGoneFromWordsAndVectors() {
        try (PassageIndex index = open()) {
            index.replace(A, "", passages(A, "harbour"));
            index.replace(B, "", passages(B, "harbour"));
            index.putVectors(List.of(vector(id(A, 0), 0), vector(id(B, 0), 1)));
            index.commit();
            index.remove(A);
            index.commit();
            assertEquals(List.of(id(B, 0)), ids(index.lexical("harbour", Scope.EVERYTHING, 10)));
            assertEquals(List.of(id(B, 0)), ids(index.nearest(towards(0), Scope.EVERYTHING, 10)));
            assertEquals(List.of(), index.passages(List.of(id(A, 0))));
        }
    }

    @Test
    void nearestRanksByCosine() {
        try (PassageIndex index = open()) {
            index.replace(A, "", passages(A, "one", "two", "three"));
            index.putVectors(
                    List.of(vector(id(A, 0), 1.0), vector(id(A, 1), 0.1), vector(id(A, 2), 0.5)));
            index.commit();
            List<ScoredPassage> found = index.nearest(towards(0), Scope.EVERYTHING, 2);
            assertEquals(List.of(id(A, 1), id(A, 2)), ids(found));
            assertEquals(Math.cos(0.1), found.getFirst().score(), 0.02);
        }
    }

    /// Over two segments, one passage without a vector and one removed among those asked for.
    @Test
    void nearestAmongSomeScoresAsAmongAll() {
        try (PassageIndex index = open()) {
            index.replace(A, "", passages(A, "one", "two", "three", "four"));
            index.putVectors(
                    List.of(vector(id(A, 0), 1.0), vector(id(A, 1), 0.1), vector(id(A, 2), 0.5)));
            index.commit();
            index.replace(B, "", passages(B, "five"));
            index.putVectors(List.of(vector(id(B, 0), 0.3)));
            index.commit();
            List<ScoredPassage> all = index.nearest(towards(0), Scope.EVERYTHING, 10);
            assertEquals(4, all.size());
            List<PassageId> some = List.of(id(A, 0), id(A, 3), id(B, 0), id(B, 1), id(A, 1));
            assertEquals(
                    all.stream().filter(hit -> some.contains(hit.id())).toList(),
                    index.nearest(towards(0), some));
            index.remove(B);
            index.commit();
            assertEquals(List.of(id(A, 1), id(A, 0)), ids(index.nearest(towards(0), some)));
        }
    }

    @Test
    void vectorsComeBackAsTheyWerePut() {
        try (PassageIndex index = open()) {
            index.replace(A, "", passages(A, "one", "two"));
            index.putVectors(List.of(vector(id(A, 0), 0.3), vector(id(A, 1), 0.7)));
            index.commit();
            List<PassageVector> found = index.vectors(List.of(id(A, 1), id(B, 0), id(A, 0)));
            assertEquals(
                    List.of(id(A, 1), id(A, 0)), found.stream().map(PassageVector::id).toList());
            assertArrayEquals(towards(0.7), found.getFirst().vector());
        }
    }

    @Test
    void tiesAreOrderedById() {
        try (PassageIndex index = open()) {
            index.replace(B, "", passages(B, "same words", "same words"));
            index.putVectors(List.of(vector(id(B, 1), 0), vector(id(B, 0), 0)));
            index.commit();
            index.replace(A, "", passages(A, "same words"));
            index.putVectors(List.of(vector(id(A, 0), 0)));
            index.commit();
            List<PassageId> inOrder = List.of(id(A, 0), id(B, 0), id(B, 1));
            assertEquals(inOrder, ids(index.lexical("same words", Scope.EVERYTHING, 10)));
            assertEquals(inOrder, ids(index.nearest(towards(0), Scope.EVERYTHING, 10)));
            // Also who of them has the last place.
            for (int k = 1; k < inOrder.size(); k++) {
                List<PassageId> first = inOrder.subList(0, k);
                assertEquals(first, ids(index.lexical("same words", Scope.EVERYTHING, k)));
                assertEquals(first, ids(index.nearest(towards(0), Scope.EVERYTHING, k)));
            }
        }
    }

    @Test
    void scopeLimitsBothSearches() {
        try (PassageIndex index = open()) {
            index.replace(A, "", passages(A, "tram"));
            index.replace(B, "", passages(B, "tram"));
            index.putVectors(List.of(vector(id(A, 0), 0), vector(id(B, 0), 0.2)));
            index.commit();
            Scope onlyB = new Scope.Documents(Set.of(B));
            Scope nothing = new Scope.Documents(Set.of());
            assertEquals(List.of(id(B, 0)), ids(index.lexical("tram", onlyB, 10)));
            assertEquals(List.of(id(B, 0)), ids(index.nearest(towards(0), onlyB, 10)));
            assertEquals(List.of(), index.lexical("tram", nothing, 10));
            assertEquals(List.of(), index.nearest(towards(0), nothing, 10));
        }
    }

    @Test
    void documentsLackingVectorsAreNamed() {
        try (PassageIndex index = open()) {
            index.replace(A, "", passages(A, "one", "two"));
            index.replace(B, "", passages(B, "three"));
            index.putVectors(List.of(vector(id(A, 0), 0), vector(id(B, 0), 0)));
            index.commit();
            assertEquals(List.of(A), index.withoutVectors());
        }
    }

    @Test
    void anotherEmbedderStartsItsOwnVectorsBesideTheOldOnes() {
        try (PassageIndex index = open()) {
            index.replace(A, "", passages(A, "words stay"));
            index.putVectors(List.of(vector(id(A, 0), 0)));
            index.commit();
        }
        IndexSettings other = new IndexSettings("other/model", 3, CHUNKER);
        try (PassageIndex index = LucenePassageIndex.open(folder, other)) {
            assertEquals(new Freshness(State.OPENED, State.CREATED), index.freshness());
            assertEquals(new Size(1, 0), index.size());
        }
        try (PassageIndex index = open()) {
            assertEquals(new Size(1, 1), index.size());
        }
    }

    @Test
    void vectorsOfDocumentsRemovedUnderAnotherEmbedderDoNotComeBack() {
        try (PassageIndex index = open()) {
            index.replace(A, "", passages(A, "leaves"));
            index.putVectors(List.of(vector(id(A, 0), 0)));
            index.commit();
        }
        IndexSettings other = new IndexSettings("other", 2, CHUNKER);
        try (PassageIndex index = LucenePassageIndex.open(folder, other)) {
            index.remove(A);
            index.commit();
        }
        try (PassageIndex index = open()) {
            assertEquals(List.of(), index.nearest(towards(0), Scope.EVERYTHING, 10));
        }
    }

    @Test
    void anotherChunkerStartsAnew() {
        try (PassageIndex index = open()) {
            index.replace(A, "", passages(A, "cut the old way"));
            index.commit();
        }
        IndexSettings newer = new IndexSettings("toy", 2, CHUNKER + 1);
        try (PassageIndex index = LucenePassageIndex.open(folder, newer)) {
            assertEquals(new Freshness(State.CREATED, State.CREATED), index.freshness());
            assertEquals(new Size(0, 0), index.size());
        }
    }

    @Test
    void anIndexHeldElsewhereIsInUse() {
        try (PassageIndex index = open()) {
            RagException fault = assertThrows(RagException.class, this::open);
            assertEquals(RagException.Code.LIBRARY_IN_USE, fault.code());
            assertEquals(new Size(0, 0), index.size());
        }
    }

    @Test
    void missingFilesStartThatPartAnew() throws IOException {
        try (PassageIndex index = open()) {
            index.replace(A, "", passages(A, "words"));
            index.putVectors(List.of(vector(id(A, 0), 0)));
            index.commit();
        }
        deleteDataFiles(folder.resolve("vectors-toy"));
        try (PassageIndex index = open()) {
            assertEquals(new Freshness(State.OPENED, State.CREATED), index.freshness());
            assertEquals(new Size(1, 0), index.size());
        }
    }

    @Test
    void damagedFilesStartThatPartAnewAndItsVectorsWithIt() throws IOException {
        try (PassageIndex index = open()) {
            index.replace(A, "", passages(A, "words"));
            index.putVectors(List.of(vector(id(A, 0), 0)));
            index.commit();
        }
        for (Path file : dataFiles(folder.resolve("words"))) {
            Files.write(file, new byte[] {1, 2, 3});
        }
        try (PassageIndex index = open()) {
            assertEquals(new Freshness(State.CREATED, State.CREATED), index.freshness());
            assertEquals(new Size(0, 0), index.size());
            index.replace(A, "", passages(A, "words again"));
            index.commit();
            assertEquals(1, index.lexical("again", Scope.EVERYTHING, 10).size());
        }
    }

    private static List<Path> dataFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.endsWith("write.lock")).toList();
        }
    }

    private static void deleteDataFiles(Path folder) throws IOException {
        List<Path> files = dataFiles(folder);
        assertTrue(files.size() > 1);
        for (Path file : files) {
            if (!file.getFileName().toString().startsWith("segments")) {
                Files.delete(file);
            }
        }
    }

    @Test
    void aVectorOfTheWrongLengthIsRefused() {
        try (PassageIndex index = open()) {
            assertThrows(
                    IllegalArgumentException.class,
                    () ->
                            index.putVectors(
                                    List.of(new PassageVector(id(A, 0), new float[] {1, 0, 0}))));
        }
    }
}
