package org.fumikura.rag.index;

import static org.fumikura.rag.index.PassageFixtures.document;
import static org.fumikura.rag.index.PassageFixtures.id;
import static org.fumikura.rag.index.PassageFixtures.passages;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LucenePassageSearchTest {
    private static final DocumentId A = document('a');
    private static final IndexSettings SETTINGS = new IndexSettings("tiny", 2, 1);

    @TempDir private Path folder;

    @Test
    void whatWasCommittedIsReadWhileAnotherWrites() {
        try (PassageIndex index = LucenePassageIndex.open(folder, SETTINGS)) {
            index.replace(A, "", passages(A, "a lighthouse", "a harbour"));
            index.putVectors(List.of(new PassageVector(id(A, 1), new float[] {1, 0})));
            index.commit();
            try (PassageSearch search = open().orElseThrow()) {
                index.remove(A);
                index.commit();
                index.compact();
                assertEquals(
                        List.of(id(A, 0)), ids(search.lexical("lighthouse", Scope.EVERYTHING, 5)));
                assertEquals(
                        List.of(id(A, 1)),
                        ids(search.nearest(new float[] {1, 0}, Scope.EVERYTHING, 5)));
                assertEquals(new PassageSearch.Size(2, 1), search.size());
                assertEquals("a harbour", search.passages(List.of(id(A, 1))).getFirst().text());
                assertEquals(1, search.vectors(List.of(id(A, 0), id(A, 1))).size());
            }
            try (PassageSearch later = open().orElseThrow()) {
                assertEquals(new PassageSearch.Size(0, 0), later.size());
            }
        }
    }

    @Test
    void withoutVectorsOfTheEmbedderWordsAreReadAlone() {
        try (PassageIndex index = LucenePassageIndex.open(folder, SETTINGS)) {
            index.replace(A, "", passages(A, "a lighthouse"));
            index.commit();
        }
        var other = new IndexSettings("other", 3, 1);
        try (PassageSearch search = LucenePassageSearch.open(folder, other).orElseThrow()) {
            assertEquals(1, search.lexical("lighthouse", Scope.EVERYTHING, 5).size());
            assertEquals(List.of(), search.nearest(new float[] {1, 0, 0}, Scope.EVERYTHING, 5));
        }
    }

    @Test
    void anIndexThatIsNotThereOrCutOtherwiseIsNotReadAndNotMade() {
        Path nothing = folder.resolve("nothing");
        assertEquals(Optional.empty(), LucenePassageSearch.open(nothing, SETTINGS));
        assertFalse(Files.exists(nothing));
        LucenePassageIndex.open(folder, SETTINGS).close();
        assertEquals(
                Optional.empty(),
                LucenePassageSearch.open(folder, new IndexSettings("tiny", 2, 2)));
    }

    private Optional<LucenePassageSearch> open() {
        return LucenePassageSearch.open(folder, SETTINGS);
    }

    private static List<org.fumikura.rag.PassageId> ids(List<ScoredPassage> hits) {
        return hits.stream().map(ScoredPassage::id).toList();
    }
}
