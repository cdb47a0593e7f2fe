package org.fumikura.rag.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fumikura.rag.Scope;
import org.fumikura.rag.index.PassageSearch.Size;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Folders that change while the library is open, and while it is closed.
class FollowedFoldersTest {
    private static final long PATIENCE_MILLIS = 60_000;

    @TempDir private Path home;
    @TempDir private Path given;
    private final HashEmbedding model = new HashEmbedding();
    private final WatchedParser parser = WatchedParser.running();
    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectories(given.toRealPath().resolve("papers"));
    }

    @Test
    void whatChangesIsSeenWhileTheLibraryIsOpen() throws IOException {
        write("tea.md", "The kettle whistles at noon.");
        write("old.md", "The samovar is cold.");
        try (var open = open()) {
            open.add(folder);
            open.library().follow();
            Path made = write("deep/er/new.md", "The teapot is blue.");
            await(() -> open.found("teapot").equals(List.of(made)));
            Path edited = write("tea.md", "The gong sounds at noon and later.");
            await(() -> open.found("gong").equals(List.of(edited)));
            assertEquals(List.of(), open.found("kettle"));
            Files.delete(folder.resolve("old.md"));
            await(() -> open.found("samovar").isEmpty());
            Files.move(folder.resolve("deep"), folder.resolve("moved"));
            Path moved = folder.resolve("moved/er/new.md");
            await(() -> open.found("teapot").equals(List.of(moved)));
            await(() -> paths(open).equals(Set.of(edited, moved)));
        }
    }

    @Test
    void whatChangedMeanwhileIsSeenAtTheNextStart() throws IOException {
        write("tea.md", "The kettle whistles at noon.");
        write("old.md", "The samovar is cold.");
        Path loose = Files.writeString(given.toRealPath().resolve("loose.md"), "A loose leaf.");
        try (var open = open()) {
            open.add(folder, loose);
        }
        Path made = write("new.md", "The teapot is blue.");
        Files.delete(folder.resolve("old.md"));
        Files.writeString(loose, "A bound book, no less.");
        try (var open = open()) {
            open.library().follow();
            await(() -> open.found("teapot").equals(List.of(made)));
            await(() -> open.found("samovar").isEmpty());
            await(() -> open.found("bound").equals(List.of(loose)));
        }
    }

    @Test
    void aMovedFileIsNeitherParsedNorEmbeddedAgain() throws IOException {
        Path before = write("a/long.md", manyParagraphs(-1));
        try (var open = open()) {
            open.add(folder);
            Size size = open.index().size();
            int texts = model.texts();
            Path after = folder.resolve("b.md");
            Files.move(before, after);
            open.add(folder);
            assertEquals(Set.of(after), paths(open));
            assertEquals(FileState.READY, open.library().files().getFirst().state());
            assertEquals(size, open.index().size());
            assertEquals(1, parser.files());
            assertEquals(texts, model.texts());
        }
    }

    @Test
    void onlyWhatChangedInAFileIsEmbeddedAgain() throws IOException {
        write("long.md", manyParagraphs(-1));
        try (var open = open()) {
            open.add(folder);
            int passages = open.index().size().passages();
            assertTrue(passages > 20, "too few passages: " + passages);
            assertEquals(passages, model.texts());
            write("long.md", manyParagraphs(13));
            open.add(folder);
            assertEquals(passages + 1, model.texts());
            Size size = open.index().size();
            assertEquals(size.passages(), size.vectors());
        }
    }

    @Test
    void aFolderThatCannotBeReachedKeepsItsFiles() throws IOException {
        Path note = write("tea.md", "The kettle whistles at noon.");
        Path away = folder.resolveSibling("away");
        try (var open = open()) {
            open.add(folder);
            Files.move(folder, away);
            assertEquals(FilePresence.OFFLINE, open.library().folders().getFirst().presence());
            LibraryFile file = open.library().files().getFirst();
            assertEquals(FilePresence.OFFLINE, file.presence());
            assertEquals(FileState.READY, file.state());
            assertEquals(List.of(note), open.found("kettle"));
        }
        try (var open = open()) {
            open.library().follow();
            await(() -> open.library().files().getFirst().presence() == FilePresence.OFFLINE);
            OpenLibrary.await(open.library().add(List.of(note)).words());
            assertEquals(List.of(note), open.found("kettle"));
            Files.move(away, folder);
            assertEquals(FilePresence.HERE, open.library().folders().getFirst().presence());
            assertEquals(FilePresence.HERE, open.library().files().getFirst().presence());
        }
    }

    @Test
    void anEmptyFolderOnAnotherDriveIsAMissingDrive() throws IOException {
        Path note = write("tea.md", "The kettle whistles at noon.");
        try (var open = open()) {
            open.add(folder);
            open.database().write(handle -> FolderTable.moved(handle, folder, "/dev/another ext4"));
            Files.delete(note);
            assertEquals(FilePresence.OFFLINE, open.library().folders().getFirst().presence());
            Path other = write("other.md", "The teapot is blue.");
            OpenLibrary.await(open.library().add(List.of(other)).words());
            assertEquals(FilePresence.HERE, open.library().folders().getFirst().presence());
        }
    }

    @Test
    void whatWasTakenOutOfAFolderStaysOutUntilItIsAddedAgain() throws IOException {
        Path note = write("tea.md", "The kettle whistles at noon.");
        write("b.md", "The samovar is cold.");
        try (var open = open()) {
            open.add(folder);
            open.library().remove(List.of(note));
        }
        try (var open = open()) {
            Path made = write("new.md", "The teapot is blue.");
            open.library().follow();
            await(() -> open.found("teapot").equals(List.of(made)));
            assertFalse(paths(open).contains(note));
            open.add(note);
            assertEquals(List.of(note), open.found("kettle"));
        }
    }

    @Test
    void aFolderThatWasTakenOutIsNotFollowed() throws IOException {
        write("tea.md", "The kettle whistles at noon.");
        try (var open = open()) {
            open.add(folder);
            open.library().remove(List.of(folder));
            assertEquals(List.of(), open.library().folders());
            assertEquals(Set.of(), paths(open));
            open.add(folder);
            assertEquals(1, open.library().folders().getFirst().files());
        }
    }

    @Test
    void whatWasTakenOutComesBackAsItWas() throws IOException {
        Path note = write("long.md", manyParagraphs(-1));
        try (var open = open()) {
            open.add(folder);
            Size size = open.index().size();
            int texts = model.texts();
            open.library().remove(List.of(note));
            assertEquals(new Size(0, 0), open.index().size());
            assertTrue(open.library().verify().isSound());

            OpenLibrary.await(open.library().restore(List.of(note)).meaning());
            assertEquals(size, open.index().size());
            assertEquals(FileState.READY, open.library().files().getFirst().state());
            assertEquals(1, parser.files());
            assertEquals(texts, model.texts());
        }
    }

    @Test
    void aDeletedFileThatWasTakenBackLivesOnFromItsText() throws IOException {
        Path note = write("tea.md", "The kettle whistles at noon.");
        write("b.md", "The samovar is cold.");
        try (var open = open()) {
            open.add(folder);
            Files.delete(note);
            open.add(folder);
            assertEquals(List.of(), open.found("kettle"));
            OpenLibrary.await(open.library().restore(List.of(note)).meaning());
            assertEquals(List.of(note), open.found("kettle"));
            open.add(folder);
            assertEquals(List.of(note), open.found("kettle"));
            assertEquals(FilePresence.GONE, presence(open).get(note));
            write("tea.md", "The gong sounds at noon.");
            open.add(folder);
            assertEquals(FilePresence.HERE, presence(open).get(note));
            assertEquals(List.of(), open.found("kettle"));
        }
    }

    @Test
    void compactingForgetsWhatWasTakenOut() throws IOException {
        Path note = write("tea.md", "The kettle whistles at noon.");
        try (var open = open()) {
            open.add(folder);
            open.library().remove(List.of(note));
            open.library().compact();
            OpenLibrary.await(open.library().restore(List.of(note)).meaning());
            assertEquals(Set.of(), paths(open));
            int left =
                    open.database()
                            .read(handle ->
                                    handle.createQuery("SELECT COUNT(*) FROM document")
                                            .mapTo(Integer.class)
                                            .one());
            assertEquals(0, left);
        }
    }

    @Test
    void anUnchangedFileWithAProblemIsReadAgainOnlyWhenAsked() throws IOException {
        write("empty.md", "");
        Path made = write("b.md", "The samovar is cold.");
        try (var open = open()) {
            open.add(folder);
            int read = parser.files();
            Files.setLastModifiedTime(made, FileTime.from(Instant.ofEpochSecond(1_000_000_000)));
            open.library().follow();
            await(() ->
                    open.library().files().stream()
                            .anyMatch(file -> file.modified().getEpochSecond() == 1_000_000_000));
            assertEquals(read, parser.files());
            open.add(folder);
            assertEquals(read + 1, parser.files());
        }
    }

    @Test
    void aRuleThatComesLaterTakesFilesOut() throws IOException {
        Path note = write("tea.md", "The kettle whistles at noon.");
        write("draft.md", "The samovar is cold.");
        try (var open = open()) {
            open.add(folder);
            write(".fumikuraignore", "draft*\n");
            open.add(folder);
            assertEquals(Set.of(note), paths(open));
            assertEquals(
                    new Scope.Documents(
                            Set.of(open.library().files().getFirst().document().orElseThrow())),
                    open.library().scopeOf(List.of(folder)));
        }
    }

    private OpenLibrary open() {
        return OpenLibrary.open(home, parser, model);
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static String manyParagraphs(int changed) {
        return IntStream.range(0, 120)
                .mapToObj(i ->
                        "# Part "
                                + i
                                + "\n\n"
                                + (i == changed ? "This part was changed. " : "")
                                + ("Paragraph " + i + " speaks of matter number" + i + ". ")
                                        .repeat(12)
                                + "\n\n")
                .collect(Collectors.joining());
    }

    private static Set<Path> paths(OpenLibrary open) {
        return open.library().files().stream().map(LibraryFile::path).collect(Collectors.toSet());
    }

    private static Map<Path, FilePresence> presence(OpenLibrary open) {
        return open.library().files().stream()
                .collect(Collectors.toMap(LibraryFile::path, LibraryFile::presence));
    }

    private static void await(BooleanSupplier condition) {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!condition.getAsBoolean()) {
            assertTrue(System.currentTimeMillis() < end, "waited in vain");
            try {
                Thread.sleep(50);
            } catch (InterruptedException interrupt) {
                throw new IllegalStateException(interrupt);
            }
        }
    }
}
