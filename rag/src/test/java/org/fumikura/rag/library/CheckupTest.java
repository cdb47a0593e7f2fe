package org.fumikura.rag.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.Span;
import org.fumikura.rag.chunk.Chunker;
import org.fumikura.rag.index.PassageSearch.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An index that was tampered with beneath the library.
class CheckupTest {
    private static final DocumentId STRAY = new DocumentId("a".repeat(64));

    @TempDir private Path home;
    @TempDir private Path given;
    private final HashEmbedding model = new HashEmbedding();

    @Test
    void aLibraryThatIsSoundIsLeftAlone() throws IOException {
        try (var open = open("The kettle whistles.", "The gate is of iron.")) {
            Checkup checkup = open.library().verify();
            assertTrue(checkup.isSound());
            assertEquals(2, checkup.documents());
            assertEquals(new Size(2, 2), open.index().size());
        }
    }

    @Test
    void whatTheIndexLostIsMadeAgain() throws IOException {
        try (var open = open("The kettle whistles.", "The gate is of iron.")) {
            DocumentId lost = document(open, "note-0.md");
            open.index().remove(lost);
            open.index().commit();
            assertEquals(List.of(), open.found("kettle"));

            Checkup checkup = open.library().verify();
            assertEquals(List.of(lost), checkup.missing());
            assertFalse(checkup.isSound());
            OpenLibrary.await(open.library().resume().meaning());
            assertEquals(1, open.found("kettle").size());
            assertEquals(new Size(2, 2), open.index().size());
            assertTrue(open.library().verify().isSound());
        }
    }

    @Test
    void anIndexThatWasDeletedIsMadeAgain() throws IOException {
        open("The kettle whistles.").close();
        try (Stream<Path> files = Files.list(home.resolve("index/words"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        try (var open = OpenLibrary.open(home, WatchedParser.running(), model)) {
            Checkup checkup = open.library().verify();
            assertEquals(1, checkup.documents());
            assertEquals(1, checkup.missing().size());
            OpenLibrary.await(open.library().resume().meaning());
            assertEquals(1, open.found("kettle").size());
        }
    }

    @Test
    void vectorsThatWereLostAreMadeAgain() throws IOException {
        try (var open = open("The kettle whistles.")) {
            DocumentId id = document(open, "note-0.md");
            List<Passage> passages =
                    open.library().passages(List.of(new PassageId(id, Chunker.VERSION, 0)));
            open.index().replace(id, "", passages);
            open.index().commit();
            assertEquals(0, open.index().size().vectors());

            assertEquals(List.of(id), open.library().verify().withoutMeaning());
            OpenLibrary.await(open.library().resume().meaning());
            assertEquals(new Size(1, 1), open.index().size());
        }
    }

    @Test
    void whatTheDatabaseDoesNotKnowIsTakenOut() throws IOException {
        try (var open = open("The kettle whistles.")) {
            var passage =
                    new Passage(new PassageId(STRAY, 1, 0), 1, new Span(0, 5), List.of(), "Ghost");
            open.index().replace(STRAY, "", List.of(passage));
            open.index().commit();

            assertEquals(List.of(STRAY), open.library().verify().strays());
            assertEquals(1, open.index().size().passages());
        }
    }

    @Test
    void compactingGivesBackTheSpaceOfWhatWasTakenOut() throws IOException {
        String long0 = "The kettle whistles. ".repeat(5_000);
        String long1 = "The gate is of iron. ".repeat(5_000);
        try (var open = open("The bell rings.", long0, long1)) {
            open.library().remove(List.of(given.resolve("note-1.md"), given.resolve("note-2.md")));
            long before = size(home);
            open.library().compact();
            assertTrue(size(home) < before / 2, before + " to " + size(home));
            assertEquals(1, open.found("bell").size());
            assertTrue(open.library().verify().isSound());
        }
    }

    private OpenLibrary open(String... notes) throws IOException {
        for (int i = 0; i < notes.length; i++) {
            Files.writeString(given.resolve("note-" + i + ".md"), notes[i]);
        }
        OpenLibrary open = OpenLibrary.open(home, WatchedParser.running(), model);
        open.add(given);
        return open;
    }

    private static DocumentId document(OpenLibrary open, String name) {
        return open.library().files().stream()
                .filter(file -> file.path().endsWith(name))
                .findFirst()
                .flatMap(LibraryFile::document)
                .orElseThrow();
    }

    private static long size(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(CheckupTest::length).sum();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static long length(Path file) {
        try {
            return Files.size(file);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
