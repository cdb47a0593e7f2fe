package org.fumikura.rag.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.fumikura.rag.RagException;
import org.fumikura.rag.Scope;
import org.fumikura.rag.chunk.Chunker;
import org.fumikura.rag.index.IndexSettings;
import org.fumikura.rag.index.LucenePassageSearch;
import org.fumikura.rag.parse.DocumentParsers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Disks that nobody may write to.
@Tag("fault")
class ReadOnlyPlacesTest {
    private static final int MEGABYTES = 50;

    @TempDir private Path home;
    @TempDir private Path folder;

    @Test
    void filesOnAReadOnlyDiskAreReadAndFollowed() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder.toRealPath(), MEGABYTES)) {
            Path note = Files.writeString(disk.folder().resolve("note.md"), "The teapot is green.");
            disk.setReadOnly("ro");
            try (var open = OpenLibrary.open(home, new DocumentParsers(), new HashEmbedding())) {
                open.add(disk.folder());
                open.library().follow();
                assertEquals(List.of(note), open.found("teapot"));
                assertEquals(List.of(FileState.READY), open.states());
                assertEquals(1, open.library().remove(List.of(note)).size());
                assertEquals(List.of(), open.found("teapot"));
            }
        }
    }

    @Test
    void aHomeOnAReadOnlyDiskIsSaidSoAndCanBeRead() throws Exception {
        Path note = Files.writeString(home.toRealPath().resolve("n.md"), "The teapot is green.");
        try (SmallDisk disk = SmallDisk.mount(folder.toRealPath(), MEGABYTES)) {
            try (var open =
                    OpenLibrary.open(disk.folder(), new DocumentParsers(), new HashEmbedding())) {
                open.add(note);
            }
            disk.setReadOnly("ro");
            assertEquals(
                    RagException.Code.NOT_WRITABLE,
                    assertThrows(RagException.class, () -> open(disk.folder())).code());
            try (Database database =
                            Database.openToRead(disk.folder().resolve("library.db")).orElseThrow();
                    LucenePassageSearch index = search(disk.folder())) {
                var contents = StoredContents.readOnly(database, index, Set::of);
                assertEquals(note, contents.files().getFirst().path());
                assertEquals(1, index.lexical("teapot", Scope.EVERYTHING, 5).size());
                assertEquals(1, index.size().vectors());
            }
            disk.setReadOnly("rw");
            open(disk.folder());
        }
    }

    private static void open(Path home) {
        OpenLibrary.open(home, new DocumentParsers(), new HashEmbedding()).close();
    }

    private static LucenePassageSearch search(Path home) throws IOException {
        var settings = new IndexSettings("hash", HashEmbedding.DIMENSION, Chunker.VERSION);
        return LucenePassageSearch.open(home.resolve("index"), settings).orElseThrow();
    }
}
