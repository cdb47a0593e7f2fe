package org.fumikura.rag.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.fumikura.rag.index.PassageSearch.Size;
import org.fumikura.rag.parse.Quality;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What of a file is left out, and what a password opens.
class UnlockingTest {
    @TempDir private Path home;
    @TempDir private Path given;
    private final HashEmbedding model = new HashEmbedding();
    private Path folder;

    @BeforeEach
    void findFolder() throws IOException {
        folder = given.toRealPath();
    }

    @Test
    void whatATextLeavesOutIsKeptWithTheFile() throws IOException {
        Path packed = folder.resolve("packed.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(packed))) {
            zip.putNextEntry(new ZipEntry("note.md"));
            zip.write("The kettle whistles at noon.".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("broken.xlsx"));
            zip.write("PK\u0003\u0004 no more".getBytes(StandardCharsets.UTF_8));
        }
        var quality = new Quality(0, 0, 0, 0, 1);
        try (var open = OpenLibrary.open(home, WatchedParser.running(), model)) {
            assertEquals(quality, open.add(packed).files().getFirst().quality());
            open.library().remove(List.of(packed));
        }
        try (var open = OpenLibrary.open(home, WatchedParser.running(), model)) {
            assertEquals(quality, open.add(packed).files().getFirst().quality());
        }
    }

    @Test
    void aPasswordOpensALockedFileOnce() throws IOException {
        Path locked = Files.write(folder.resolve("locked.pdf"), lockedPdf("secret"));
        try (var open = OpenLibrary.open(home, WatchedParser.running(), model)) {
            var needed = Optional.of(new FileProblem(FileProblem.Kind.NEEDS_PASSWORD, ""));
            assertEquals(needed, open.add(locked).files().getFirst().problem());
            assertEquals(needed, unlock(open, locked, "other").problem());
            assertEquals(FileState.READY, unlock(open, locked, "secret").state());
            assertEquals(List.of(locked), open.found("samovar"));
            assertEquals(FileState.READY, open.add(locked).files().getFirst().state());
        }
    }

    @Test
    void aPasswordOpensWhatIsLockedInsideAFileThatIsReadAlready() throws IOException {
        Path packed = folder.resolve("packed.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(packed))) {
            zip.putNextEntry(new ZipEntry("note.md"));
            zip.write("The kettle whistles at noon.".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("locked.pdf"));
            zip.write(lockedPdf("secret"));
        }
        var oneLocked = new Quality(0, 0, 0, 1, 0);
        try (var open = OpenLibrary.open(home, WatchedParser.running(), model)) {
            assertEquals(oneLocked, open.add(packed).files().getFirst().quality());
            assertEquals(oneLocked, unlock(open, packed, "other").quality());
            assertEquals(List.of(packed), open.found("kettle"));
            assertEquals(List.of(), open.found("samovar"));

            LibraryFile opened = unlock(open, packed, "secret");
            assertEquals(FileState.READY, opened.state());
            assertEquals(Quality.FULL, opened.quality());
            assertEquals(List.of(packed), open.found("kettle"));
            assertEquals(List.of(packed), open.found("samovar"));
            assertEquals(new Size(opened.passages(), opened.passages()), open.index().size());
        }
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void aPasswordGivenDuringAPauseIsSeenToWait() throws IOException {
        Path locked = Files.write(folder.resolve("locked.pdf"), lockedPdf("secret"));
        try (var open = OpenLibrary.open(home, WatchedParser.running(), model)) {
            open.add(locked);
            open.library().pause();
            var job = open.library().unlock(locked, "secret");
            while (open.library().files().getFirst().state() != FileState.QUEUED) {
                Thread.onSpinWait();
            }
            open.library().goOn();
            assertEquals(
                    FileState.READY, OpenLibrary.await(job.meaning()).files().getFirst().state());

            open.library().pause();
            open.library().unlock(locked, "secret");
            open.library().stop();
            while (open.library().files().getFirst().state() != FileState.READY) {
                Thread.onSpinWait();
            }
        }
    }

    private static LibraryFile unlock(OpenLibrary open, Path file, String password) {
        return OpenLibrary.await(open.library().unlock(file, password).meaning())
                .files()
                .getFirst();
    }

    private static byte[] lockedPdf(String password) throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
                content.newLineAtOffset(50, 700);
                content.showText("The samovar whistles at five.");
                content.endText();
            }
            var policy = new StandardProtectionPolicy("owner", password, new AccessPermission());
            policy.setEncryptionKeyLength(256);
            document.protect(policy);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
