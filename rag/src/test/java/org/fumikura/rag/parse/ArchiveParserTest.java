package org.fumikura.rag.parse;

import static org.fumikura.rag.parse.Parsing.blocks;
import static org.fumikura.rag.parse.Parsing.pages;
import static org.fumikura.rag.parse.Parsing.parsed;
import static org.fumikura.rag.parse.Parsing.write;
import static org.fumikura.rag.parse.Parsing.zip;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.CompressionMethod;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchiveParserTest {
    @TempDir Path folder;

    @Test
    void eachMemberIsAPageUnderItsName() throws IOException {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("notes/a.md", "# Plan\n\nStart in May.");
        members.put("b.txt", "予算は百万円です。");
        ParsedDocument document = parsed(zip(folder.resolve("a.zip"), members));
        assertEquals("application/zip", document.mediaType());
        assertEquals(
                List.of(
                        "Heading1|notes/a.md",
                        "Heading2|Plan",
                        "Paragraph|Start in May.",
                        "Heading1|b.txt",
                        "Paragraph|予算は百万円です。"),
                blocks(document));
        assertEquals(2, document.pages().size());
    }

    @Test
    void archivesInsideArchivesAreReadToo() throws IOException {
        byte[] inner = zipped("c.txt", "Deep inside.".getBytes(StandardCharsets.UTF_8));
        Path file = Files.write(folder.resolve("a.zip"), zipped("b.zip", inner));
        assertEquals(
                List.of("Heading1|b.zip", "Heading2|c.txt", "Paragraph|Deep inside."),
                blocks(parsed(file)));
    }

    @Test
    void namesOfOldJapaneseArchivesAreRead() throws IOException {
        Path file = folder.resolve("a.zip");
        try (OutputStream out = Files.newOutputStream(file);
                var zip = new ZipOutputStream(out, Charset.forName("windows-31j"))) {
            add(zip, "議事録.txt", "本日の議題".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(List.of("Heading1|議事録.txt", "Paragraph|本日の議題"), blocks(parsed(file)));
    }

    @Test
    void aMemberThatCannotBeReadKeepsItsNameAndCostsNoOther() throws IOException {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("song.mp3", "ID3");
        members.put("broken.xlsx", "PK\u0003\u0004 no more");
        members.put("__MACOSX/._b.txt", "dropping");
        members.put("b.txt", "Words.");
        assertEquals(
                List.of(
                        "Heading1|song.mp3",
                        "Heading1|broken.xlsx",
                        "Heading1|b.txt",
                        "Paragraph|Words."),
                blocks(parsed(zip(folder.resolve("a.zip"), members))));
    }

    @Test
    void anArchiveCutShortIsReadAsFarAsItGoes() throws IOException {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("a.txt", "First words.");
        members.put("b.txt", "Second words.");
        byte[] whole = Files.readAllBytes(zip(folder.resolve("a.zip"), members));
        Path file = Files.write(folder.resolve("b.zip"), Arrays.copyOf(whole, 90));
        assertTrue(blocks(parsed(file)).contains("Paragraph|First words."));
    }

    @Test
    void aLockedSevenZOpensWithItsPasswordOnly() throws IOException {
        Path file = folder.resolve("a.7z");
        try (var out = new SevenZOutputFile(file.toFile(), "secret".toCharArray())) {
            Path member = write(folder.resolve("c.txt"), "Packed words.");
            out.putArchiveEntry(out.createArchiveEntry(member, "c.txt"));
            out.write(Files.readAllBytes(member));
            out.closeArchiveEntry();
        }
        var parsers = new DocumentParsers();
        var locked = new ParseOutcome.NeedsPassword();
        assertEquals(locked, parsers.parse(file));
        assertEquals(locked, parsers.parse(file, new ParseOptions("other")));
        ParseOutcome opened = parsers.parse(file, new ParseOptions("secret"));
        assertEquals(
                List.of("Heading1|c.txt", "Paragraph|Packed words."),
                blocks(assertInstanceOf(ParseOutcome.Parsed.class, opened).document()));
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "ZIP_STANDARD", "AES"})
    void aLockedZipOpensWithItsPasswordOnly(EncryptionMethod method) throws IOException {
        boolean locks = method != EncryptionMethod.NONE;
        Path file = folder.resolve("a.zip");
        try (var out =
                new net.lingala.zip4j.io.outputstream.ZipOutputStream(
                        Files.newOutputStream(file), "秘密".toCharArray())) {
            for (var compression : CompressionMethod.values()) {
                if (compression != CompressionMethod.AES_INTERNAL_ONLY) {
                    var member = new ZipParameters();
                    member.setFileNameInZip(compression + ".txt");
                    member.setCompressionMethod(compression);
                    member.setEncryptFiles(locks);
                    member.setEncryptionMethod(method);
                    byte[] words = ("Kept by " + compression).getBytes(StandardCharsets.UTF_8);
                    member.setEntrySize(words.length);
                    out.putNextEntry(member);
                    out.write(words);
                    out.closeEntry();
                }
            }
        }
        var parsers = new DocumentParsers();
        if (locks) {
            var locked = new ParseOutcome.NeedsPassword();
            assertEquals(locked, parsers.parse(file));
            assertEquals(locked, parsers.parse(file, new ParseOptions("other")));
        }
        ParseOutcome opened = parsers.parse(file, new ParseOptions("秘密"));
        assertEquals(
                List.of(
                        "Heading1|STORE.txt",
                        "Paragraph|Kept by STORE",
                        "Heading1|DEFLATE.txt",
                        "Paragraph|Kept by DEFLATE"),
                blocks(assertInstanceOf(ParseOutcome.Parsed.class, opened).document()));
    }

    @Test
    void tarsCompressedTextAndSevenZAreArchivesToo() throws IOException {
        byte[] words = "Packed words.".getBytes(StandardCharsets.UTF_8);
        Path tarred = folder.resolve("a.tgz");
        try (OutputStream out = Files.newOutputStream(tarred);
                var tar = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
            var entry = new TarArchiveEntry("a.txt");
            entry.setSize(words.length);
            tar.putArchiveEntry(entry);
            tar.write(words);
            tar.closeArchiveEntry();
        }
        Path compressed = folder.resolve("b.txt.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
            out.write(words);
        }
        Path sevenZ = folder.resolve("c.7z");
        try (var out = new SevenZOutputFile(sevenZ.toFile())) {
            Path member = write(folder.resolve("c.txt"), "Packed words.");
            out.putArchiveEntry(out.createArchiveEntry(member, "c.txt"));
            out.write(words);
            out.closeArchiveEntry();
        }
        assertEquals(
                List.of("Heading1|a.tar", "Heading2|a.txt", "Paragraph|Packed words."),
                blocks(parsed(tarred)));
        assertEquals(
                List.of("Heading1|b.txt", "Paragraph|Packed words."), blocks(parsed(compressed)));
        assertEquals(List.of("Heading1|c.txt", "Paragraph|Packed words."), blocks(parsed(sevenZ)));
    }

    @Test
    void aBombIsTooLarge() throws IOException {
        byte[] nothing = new byte[1024 * 1024];
        Arrays.fill(nothing, (byte) ' ');
        var bomb = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bomb)) {
            for (int i = 0; i < 80; i++) {
                add(zip, i + ".txt", nothing);
            }
        }
        Path file = Files.write(folder.resolve("a.zip"), zipped("inner.zip", bomb.toByteArray()));
        assertInstanceOf(ParseOutcome.TooLarge.class, new DocumentParsers().parse(file));
    }

    @Test
    void anArchiveWithoutBottomIsTooLarge() throws IOException {
        byte[] archive = zipped("a.txt", "Words.".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 10; i++) {
            archive = zipped(i + ".zip", archive);
        }
        Path file = Files.write(folder.resolve("a.zip"), archive);
        assertInstanceOf(ParseOutcome.TooLarge.class, new DocumentParsers().parse(file));
    }

    @Test
    void theTextOfAMemberStandsWholeInItsArchive() throws IOException {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("a.html", "<p>One</p><table><tr><td>a<td>b<tr><td>1<td>2</table>");
        members.put("b.csv", "x,y\n3,4\n");
        ParsedDocument document = parsed(zip(folder.resolve("a.zip"), members));
        assertEquals(
                List.of("a.html\n\nOne\n\na\tb\n1\t2", "b.csv\n\nx\ty\n3\t4"), pages(document));
        assertEquals("BODY|3\t4", blocks(document).getLast());
    }

    private static byte[] zipped(String name, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            add(zip, name, content);
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
