package org.fumikura.rag.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.fumikura.rag.RagException;
import org.fumikura.rag.RagException.Code;
import org.fumikura.rag.index.PassageIndex.Freshness.State;
import org.fumikura.rag.library.archive.LibraryExport;
import org.fumikura.rag.library.archive.LibraryImport;
import org.fumikura.rag.library.archive.Progress;
import org.fumikura.rag.parse.DocumentParsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryArchiveTest {
    private static final Progress SILENT = (done, total) -> {};
    private static final String LIST = "fumikura-library.json";

    @TempDir private Path folder;
    private Path home;
    private Path other;
    private Path archive;

    @BeforeEach
    void fillALibrary() throws IOException {
        home = Files.createDirectory(folder.resolve("home"));
        other = Files.createDirectory(folder.resolve("other"));
        archive = folder.resolve("library.zip");
        Path mill = Files.writeString(folder.resolve("mill.md"), "The mill was built in 1742.\n");
        Path lamp = Files.writeString(folder.resolve("lamp.md"), "The lamp was lit at dusk.\n");
        try (var library = open(home)) {
            library.add(mill, lamp);
        }
    }

    private static OpenLibrary open(Path home) {
        return OpenLibrary.open(home, new DocumentParsers(), new HashEmbedding());
    }

    private long export() {
        try (var library = open(home)) {
            return LibraryExport.write(library.library(), home.resolve("export"), archive, SILENT);
        }
    }

    @Test
    void whatWasExportedIsTheSameElsewhere() throws IOException {
        assertEquals(export(), Files.size(archive));
        assertFalse(Files.exists(home.resolve("export")));
        var last = new AtomicLong();
        var importing = new LibraryImport(other);
        importing.unpack(archive, (done, total) -> last.set(total - done));
        assertEquals(0, last.get());
        assertTrue(importing.takeUp());
        assertFalse(importing.takeUp());
        try (var library = open(other);
                var before = open(home)) {
            assertEquals(State.OPENED, library.index().freshness().words());
            assertEquals(State.OPENED, library.index().freshness().vectors());
            assertEquals(before.library().files(), library.library().files());
            assertEquals(before.index().documents(), library.index().documents());
            assertEquals(List.of(FileState.READY, FileState.READY), library.states());
            assertEquals(List.of(folder.resolve("mill.md")), library.found("mill"));
            assertTrue(library.library().verify().isSound());
        }
    }

    @Test
    void theLibraryThatWasThereIsSetAside() throws IOException {
        export();
        Path note = Files.writeString(folder.resolve("note.md"), "A note about cedar trees.\n");
        try (var library = open(other)) {
            library.add(note);
        }
        var importing = new LibraryImport(other);
        importing.unpack(archive, SILENT);
        assertTrue(importing.takeUp());
        try (var library = open(other);
                var before = open(importing.setAside())) {
            assertEquals(2, library.states().size());
            assertEquals(List.of(note), before.found("cedar"));
        }
    }

    @Test
    void anImportKilledBetweenTwoMovesGoesOn() throws IOException {
        export();
        var importing = new LibraryImport(other);
        importing.unpack(archive, SILENT);
        // As if the process had been killed with the index in its place and the database not.
        Files.move(other.resolve("incoming/index"), other.resolve("index"));
        assertTrue(importing.takeUp());
        try (var library = open(other)) {
            assertEquals(State.OPENED, library.index().freshness().words());
            assertEquals(List.of(folder.resolve("mill.md")), library.found("mill"));
        }
    }

    @Test
    void anExportStopsWhenInterrupted() throws IOException {
        try (var library = open(home)) {
            assertThrows(
                    CancellationException.class,
                    () ->
                            LibraryExport.write(
                                    library.library(),
                                    home.resolve("export"),
                                    archive,
                                    (done, total) -> Thread.currentThread().interrupt()));
        }
        assertFalse(Files.exists(archive));
        assertEquals(List.of("home", "lamp.md", "mill.md", "other"), names(folder));
    }

    @Test
    void anImportThatIsInterruptedChangesNothing() throws IOException {
        export();
        assertThrows(
                CancellationException.class,
                () ->
                        new LibraryImport(other)
                                .unpack(
                                        archive,
                                        (done, total) -> Thread.currentThread().interrupt()));
        assertEquals(List.of(), names(other));
    }

    @Test
    void aTruncatedArchiveIsBroken() throws IOException {
        export();
        byte[] bytes = Files.readAllBytes(archive);
        Files.write(archive, Arrays.copyOf(bytes, bytes.length / 2));
        assertEquals(Code.ARCHIVE_BROKEN, refused());
    }

    @Test
    void aChangedPartIsBroken() throws IOException {
        export();
        rewrite(text -> text.replace("\"sha256\":\"", "\"sha256\":\"0"));
        assertEquals(Code.ARCHIVE_BROKEN, refused());
    }

    @Test
    void aNewerVersionsArchiveIsRefused() throws IOException {
        export();
        rewrite(text -> text.replace("\"format\":1", "\"format\":2"));
        assertEquals(Code.ARCHIVE_NEWER, refused());
    }

    @Test
    void aWayOutOfTheHomeIsBroken() throws IOException {
        export();
        rewrite(text -> text.replace("\"library.db\"", "\"../library.db\""));
        assertEquals(Code.ARCHIVE_BROKEN, refused());
    }

    @Test
    void anotherArchiveIsForeign() throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("holiday.txt"));
            zip.closeEntry();
        }
        assertEquals(Code.ARCHIVE_FOREIGN, refused());
    }

    private Code refused() throws IOException {
        var importing = new LibraryImport(other);
        Code code =
                assertThrows(RagException.class, () -> importing.unpack(archive, SILENT)).code();
        assertEquals(List.of(), names(other));
        assertFalse(importing.takeUp());
        return code;
    }

    /// Changes the archive's list of its parts.
    private void rewrite(UnaryOperator<String> change) throws IOException {
        Path changed = folder.resolve("changed.zip");
        try (var in = new ZipFile(archive.toFile());
                OutputStream file = Files.newOutputStream(changed);
                var out = new ZipOutputStream(file)) {
            for (ZipEntry entry : in.stream().toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream part = in.getInputStream(entry)) {
                    byte[] bytes = part.readAllBytes();
                    String text = new String(bytes, StandardCharsets.UTF_8);
                    out.write(
                            entry.getName().equals(LIST)
                                    ? change.apply(text).getBytes(StandardCharsets.UTF_8)
                                    : bytes);
                }
            }
        }
        archive = changed;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
