package org.fumikura.rag.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fumikura.rag.parse.process.IsolatedParser;
import org.fumikura.rag.parse.process.ParseLimits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that were made to hang a reader or to eat its memory: each ends in a state with a reason,
/// and the file beside it is found.
@Tag("fault")
class HostileFilesTest {
    private static final int DEEP = 100_000;
    private static final byte[] TEXT = "The teapot inside.".getBytes(StandardCharsets.UTF_8);

    @TempDir private Path home;
    @TempDir private Path given;

    @BeforeEach
    void realPath() throws IOException {
        given = given.toRealPath();
    }

    @Test
    void bombsAreNotUnpacked() throws IOException {
        Path zip = given.resolve("bomb.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("zeros.txt"));
            writeLetters(out, 2L << 30);
        }
        Path gzip = given.resolve("bomb.txt.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
            writeLetters(out, 2L << 30);
        }
        Path nested = Files.write(given.resolve("nested.zip"), zipped("bomb.zip", zip));
        for (Path bomb : List.of(zip, gzip, nested)) {
            assertTrue(Files.size(bomb) < 10 << 20);
            LibraryFile ended = ended(bomb);
            boolean refused = ended.has(FileProblem.Kind.TOO_LARGE);
            // An archive of one bomb among others is read without it.
            assertTrue(refused || ended.quality().unreadParts() == 1, bomb.toString());
        }
    }

    @Test
    void anArchiveThatHoldsArchivesAHundredTimesEnds() throws IOException {
        Path file = given.resolve("deep.zip");
        byte[] bytes = zipped("a.txt", TEXT);
        for (int level = 1; level < 100; level++) {
            bytes = zipped("a.zip", bytes);
        }
        Files.write(file, bytes);
        assertEnds(file);
    }

    @Test
    void anArchiveOfManyCopiesOfItselfEnds() throws IOException {
        byte[] bytes = zipped("a.txt", "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8));
        for (int level = 0; level < 6; level++) {
            var out = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(out)) {
                for (int copy = 0; copy < 16; copy++) {
                    zip.putNextEntry(new ZipEntry(copy + ".zip"));
                    zip.write(bytes);
                }
            }
            bytes = out.toByteArray();
        }
        assertEnds(Files.write(given.resolve("many.zip"), bytes));
    }

    @Test
    void deepNestingEnds() throws IOException {
        for (Path file :
                List.of(
                        write("a.json", "[".repeat(DEEP) + "1" + "]".repeat(DEEP)),
                        write("b.json", "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP)),
                        write("a.xml", "<a>".repeat(DEEP) + "deep" + "</a>".repeat(DEEP)),
                        write("a.html", "<div>".repeat(DEEP) + "deep" + "</div>".repeat(DEEP)),
                        write("b.html", "<table><tr><td>".repeat(DEEP) + "deep"),
                        write("a.md", "> ".repeat(DEEP) + "deep"),
                        write("b.md", "*".repeat(DEEP) + "deep"),
                        write("c.md", "[".repeat(DEEP) + "deep"),
                        write("a.rtf", "{\\rtf1 " + "{".repeat(DEEP) + "deep" + "}".repeat(DEEP)),
                        write("a.java", "class A {" + "{".repeat(DEEP) + "}".repeat(DEEP) + "}"))) {
            assertEnds(file);
        }
    }

    @Test
    void entitiesThatGrowWithoutEndEnd() throws IOException {
        var laughs = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e0 \"ha\">");
        for (int level = 1; level <= 20; level++) {
            String before = "&e" + (level - 1) + ";";
            laughs.append("<!ENTITY e").append(level).append(" \"");
            laughs.append(before.repeat(10)).append("\">");
        }
        String bomb = laughs + "]><a>&e20;</a>";
        assertEnds(write("bomb.xml", bomb));
        assertEnds(
                Files.write(
                        given.resolve("bomb.docx"),
                        zipped("word/document.xml", bomb.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void filesOfTwoGigabytesAreRefused() throws IOException {
        for (String name :
                List.of("a.txt", "a.csv", "a.json", "a.html", "a.pdf", "a.zip", "a.docx")) {
            Path file = given.resolve(name);
            try (var channel =
                    Files.newByteChannel(
                            file,
                            StandardOpenOption.CREATE_NEW,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.SPARSE)) {
                channel.position(2L << 30);
                channel.write(ByteBuffer.wrap(TEXT));
            }
            LibraryFile ended = ended(file);
            assertEquals(FileState.PROBLEM, ended.state(), name);
            Files.delete(file);
        }
    }

    private void assertEnds(Path file) throws IOException {
        LibraryFile ended = ended(file);
        boolean read = ended.state() == FileState.SEARCHABLE;
        assertEquals(!read, ended.problem().isPresent(), file.toString());
    }

    /// The file as it stands in the end, after checking that the one beside it is found.
    private LibraryFile ended(Path file) throws IOException {
        Path note = write("note.md", "The teapot is green.");
        try (var parser = new IsolatedParser(ParseLimits.USUAL, home.resolve("fonts"));
                var open = OpenLibrary.open(home, "none", parser, Optional.empty())) {
            open.library().add(List.of(file, note)).words().orTimeout(20, TimeUnit.MINUTES).join();
            assertTrue(open.found("teapot").contains(note));
            return open.library().files(List.of(file)).getFirst();
        }
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(given.resolve(name), text);
    }

    private static void writeLetters(OutputStream out, long bytes) throws IOException {
        byte[] block = "a".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        for (long written = 0; written < bytes; written += block.length) {
            out.write(block);
        }
    }

    private static byte[] zipped(String name, Path file) throws IOException {
        return zipped(name, Files.readAllBytes(file));
    }

    private static byte[] zipped(String name, byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
        }
        return out.toByteArray();
    }
}
