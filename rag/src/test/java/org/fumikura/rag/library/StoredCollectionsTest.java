package org.fumikura.rag.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fumikura.rag.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredCollectionsTest {
    @TempDir private Path home;
    @TempDir private Path given;

    @Test
    void aCollectionHoldsFilesAndWholeFolders() throws IOException {
        Path folder = given.toRealPath();
        write(folder.resolve("tea/green.md"), "Green tea is steeped at seventy degrees.");
        write(folder.resolve("teacup.md"), "The cup is blue.");
        Path salt = write(folder.resolve("salt.md"), "Salt is kept dry.");
        try (var open = OpenLibrary.open(home, WatchedParser.running(), new HashEmbedding())) {
            var collections = new StoredCollections(open.database());
            collections.put("お茶", List.of(folder.resolve("tea"), salt));
            open.add(folder);
            assertEquals(
                    List.of(new LibraryCollection("お茶", List.of(salt, folder.resolve("tea")), 2)),
                    collections.all());
            Scope scope = collections.scope("お茶").orElseThrow();
            assertEquals(1, open.index().lexical("seventy degrees", scope, 9).size());
            assertEquals(0, open.index().lexical("blue cup", scope, 9).size());

            write(folder.resolve("tea/black.md"), "Black tea takes boiling water.");
            open.add(folder);
            Scope grown = collections.scope("お茶").orElseThrow();
            assertEquals(1, open.index().lexical("boiling", grown, 9).size());

            collections.takeOut("お茶", List.of(folder.resolve("tea")));
            assertEquals(1, collections.all().getFirst().files());
            collections.delete("お茶");
            assertEquals(List.of(), collections.all());
            assertEquals(Optional.empty(), collections.scope("お茶"));
            assertEquals(4, open.library().files().size());
        }
    }

    @Test
    void aCollectionKeepsWhatItHoldsUnderAnotherName() throws IOException {
        Path salt = write(given.toRealPath().resolve("salt.md"), "Salt is kept dry.");
        try (var open = OpenLibrary.open(home, WatchedParser.running(), new HashEmbedding())) {
            var collections = new StoredCollections(open.database());
            collections.put("kitchen", List.of(salt));
            collections.put("台所", List.of());
            assertFalse(collections.rename("kitchen", "台所"));
            assertFalse(collections.rename("cellar", "pantry"));
            assertTrue(collections.rename("kitchen", "Kitchen"));
            assertEquals(
                    List.of(
                            new LibraryCollection("Kitchen", List.of(salt), 0),
                            new LibraryCollection("台所", List.of(), 0)),
                    collections.all());
        }
    }

    @Test
    void aMovedFileStaysInItsCollections() throws IOException {
        Path folder = given.toRealPath();
        Path salt = write(folder.resolve("salt.md"), "Salt is kept dry.");
        try (var open = OpenLibrary.open(home, WatchedParser.running(), new HashEmbedding())) {
            var collections = new StoredCollections(open.database());
            open.add(folder);
            collections.put("kitchen", List.of(salt));
            Path after = folder.resolve("sea-salt.md");
            Files.move(salt, after);
            open.add(folder);
            assertEquals(List.of(after), collections.all().getFirst().paths());
        }
    }

    private static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
