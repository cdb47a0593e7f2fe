package org.fumikura.rag.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.FileUtils;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.chunk.Chunker;
import org.fumikura.rag.index.IndexSettings;
import org.fumikura.rag.index.LucenePassageIndex;
import org.fumikura.rag.index.OwnWords;
import org.fumikura.rag.index.PassageIndex;
import org.fumikura.rag.index.PassageSearch.Size;
import org.fumikura.rag.index.PassageVector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An index that is started anew for another reason than its embedder.
class EarlierVectorsTest {
    @TempDir private Path home;
    @TempDir private Path given;
    private final HashEmbedding model = new HashEmbedding();
    private Path note;

    @BeforeEach
    void writeNote() throws IOException {
        var text = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            text.append("The kettle of room ").append(i).append(" whistles at noon.\n\n");
        }
        note = Files.writeString(given.toRealPath().resolve("note.md"), text);
    }

    @Test
    void wordsThatAreReadOtherwiseCostNoEmbedding() {
        add();
        int embedded = model.texts();
        reopen(settings(Chunker.VERSION, OwnWords.of("やかん")));
        assertEquals(embedded, model.texts());
    }

    @Test
    void passagesThatAreCutOtherwiseAreEmbeddedOnlyWhereTheyChanged() throws IOException {
        add();
        int embedded = model.texts();
        // As an earlier version left it, which knew all passages but the last by the same words.
        try (PassageIndex now = open(settings(Chunker.VERSION, OwnWords.NONE));
                PassageIndex before =
                        LucenePassageIndex.open(
                                home.resolve("before"),
                                settings(Chunker.VERSION - 1, OwnWords.NONE))) {
            DocumentId id = now.documents().keySet().iterator().next();
            int kept = now.size().passages() - 1;
            assertTrue(kept > 0);
            List<Passage> passages = now.passages(PassageId.range(id, Chunker.VERSION, 0, kept));
            before.replace(id, "", passages.stream().map(EarlierVectorsTest::earlier).toList());
            before.putVectors(
                    now.vectors(PassageId.range(id, Chunker.VERSION, 0, kept)).stream()
                            .map(vector -> new PassageVector(earlier(vector.id()), vector.vector()))
                            .toList());
            before.commit();
        }
        try (Database database = Database.open(home.resolve("library.db"))) {
            EarlierVectors.keep(
                    database, home.resolve("before"), settings(Chunker.VERSION, OwnWords.NONE));
        }
        // Without an index everything is indexed again.
        FileUtils.deleteDirectory(home.resolve("index").toFile());
        reopen(settings(Chunker.VERSION, OwnWords.NONE));
        assertEquals(embedded + 1, model.texts());
    }

    private void add() {
        try (var open = OpenLibrary.open(home, WatchedParser.running(), model)) {
            open.add(note);
        }
    }

    private void reopen(IndexSettings settings) {
        Database database = Database.open(home.resolve("library.db"));
        EarlierVectors.keep(database, home.resolve("index"), settings);
        PassageIndex index = open(settings);
        try (var open =
                new OpenLibrary(
                        database,
                        index,
                        LocalLibrary.open(
                                database,
                                index,
                                WatchedParser.running(),
                                () -> Optional.of(model),
                                1))) {
            OpenLibrary.await(open.library().resume().meaning());
            Size size = open.index().size();
            assertEquals(size.passages(), size.vectors());
        }
    }

    private PassageIndex open(IndexSettings settings) {
        return LucenePassageIndex.open(home.resolve("index"), settings);
    }

    private static IndexSettings settings(int chunker, OwnWords words) {
        return new IndexSettings("hash", HashEmbedding.DIMENSION, chunker, words);
    }

    private static Passage earlier(Passage passage) {
        return new Passage(
                earlier(passage.id()),
                passage.page(),
                passage.span(),
                passage.headings(),
                passage.text());
    }

    private static PassageId earlier(PassageId id) {
        return new PassageId(id.document(), Chunker.VERSION - 1, id.ordinal());
    }
}
