package org.fumikura.rag.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.fumikura.rag.parse.process.IsolatedParser;
import org.fumikura.rag.parse.process.ParseLimits;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files far larger than people's usual ones: read whole or refused with a reason, and no hindrance
/// to the others.
@Tag("fault")
class LargeFilesTest {
    private static final int PAGES = 10_000;
    private static final long LARGE_TEXT = 500L << 20;

    @TempDir private Path home;
    @TempDir private Path given;

    @Test
    void aPdfOfTenThousandPagesIsReadToItsEnd() throws IOException {
        Path book = given.toRealPath().resolve("book.pdf");
        try (var document = new PDDocument()) {
            var font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            for (int number = 1; number <= PAGES; number++) {
                var page = new PDPage();
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(font, 11);
                    content.newLineAtOffset(60, 720);
                    content.setLeading(16);
                    for (int line = 0; line < 40; line++) {
                        content.showText("Kettle entry" + number + " is kept in drawer " + line);
                        content.newLine();
                    }
                    content.endText();
                }
            }
            document.save(book.toFile());
        }
        LibraryFile file = added(book);
        assertEquals(FileState.SEARCHABLE, file.state());
        assertEquals(PAGES, file.pages());
    }

    @Test
    void aTextOfHalfAGigabyteIsRefusedByItsSize() throws IOException {
        Path log = given.toRealPath().resolve("long.log");
        String line = "2026-11-24 12:00:00 the kettle in drawer seven was filled again\n";
        try (BufferedWriter out = Files.newBufferedWriter(log)) {
            for (long written = 0; written < LARGE_TEXT; written += line.length()) {
                out.write(line);
            }
        }
        assertEquals(FileProblem.Kind.TOO_LARGE, added(log).problem().orElseThrow().kind());
    }

    /// The large file as it stands in the end, after checking that a small one beside it is found.
    private LibraryFile added(Path large) throws IOException {
        Path note = Files.writeString(large.resolveSibling("note.md"), "The teapot is green.");
        try (var parser = new IsolatedParser(ParseLimits.USUAL, home.resolve("fonts"));
                var open = OpenLibrary.open(home, "none", parser, Optional.empty())) {
            open.library().add(List.of(large, note)).words().orTimeout(20, TimeUnit.MINUTES).join();
            assertEquals(List.of(note), open.found("teapot"));
            long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            assertTrue(used < 1L << 30, used + " bytes of heap");
            return open.library().files().stream()
                    .filter(file -> file.path().equals(large))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
