package org.fumikura.rag.parse;

import static org.fumikura.rag.parse.Parsing.blocks;
import static org.fumikura.rag.parse.Parsing.pages;
import static org.fumikura.rag.parse.Parsing.parsed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfParserTest {
    @TempDir Path folder;

    private record Line(float x, float y, float size, String text) {}

    @Test
    void eachPageKeepsItsNumberAndItsText() throws IOException {
        try (var document = new PDDocument()) {
            addPage(document, new Line(50, 700, 11, "On the first page."));
            addPage(document);
            addPage(document, new Line(50, 700, 11, "On the third page."));
            document.getDocumentInformation().setTitle("Three pages");
            ParsedDocument parsed = parsed(save(document));
            assertEquals("Three pages", parsed.title());
            assertEquals(
                    List.of("On the first page.", "", "On the third page."),
                    pages(parsed).stream().map(String::strip).toList());
        }
    }

    @Test
    void linesOfAParagraphAreJoinedAndLargeLettersAreHeadings() throws IOException {
        try (var document = new PDDocument()) {
            addPage(
                    document,
                    new Line(50, 700, 18, "Findings"),
                    new Line(50, 660, 11, "The first paragraph takes up two lines of hyphen-"),
                    new Line(50, 646, 11, "ated words and ends here."),
                    new Line(50, 620, 11, "A second one follows after a space."));
            assertEquals(
                    List.of(
                            "Heading2|Findings",
                            "Paragraph|The first paragraph takes up two lines of hyphenated words"
                                    + " and ends here.",
                            "Paragraph|A second one follows after a space."),
                    blocks(parsed(save(document))).stream()
                            .map(block -> block.replace("Heading1", "Heading2"))
                            .toList());
        }
    }

    @Test
    void wideSpacesMakeRowsOfCells() throws IOException {
        try (var document = new PDDocument()) {
            addPage(
                    document,
                    new Line(50, 700, 11, "Year"),
                    new Line(200, 700, 11, "Sum"),
                    new Line(50, 686, 11, "2023"),
                    new Line(200, 686, 11, "12"));
            assertEquals(
                    List.of("BODY|Year\tSum", "BODY|2023\t12"), blocks(parsed(save(document))));
        }
    }

    @Test
    void aTitleDrawnLastIsReadFirst() throws IOException {
        try (var document = new PDDocument()) {
            addPage(
                    document,
                    new Line(50, 500, 11, "What the slide says."),
                    new Line(50, 700, 24, "Title of it"));
            assertEquals("Title of it\n\nWhat the slide says.", parsed(save(document)).text());
        }
    }

    @Test
    void anEmptyPasswordOpensAFileByItself() throws IOException {
        Path file = encrypted("");
        assertEquals("Secret words.", parsed(file).text());
    }

    @Test
    void anotherPasswordIsNeeded() throws IOException {
        Path file = encrypted("secret");
        var parsers = new DocumentParsers();
        assertInstanceOf(ParseOutcome.NeedsPassword.class, parsers.parse(file));
        assertInstanceOf(
                ParseOutcome.NeedsPassword.class, parsers.parse(file, new ParseOptions("other")));
        assertEquals(
                "Secret words.",
                assertInstanceOf(
                                ParseOutcome.Parsed.class,
                                parsers.parse(file, new ParseOptions("secret")))
                        .document()
                        .text());
    }

    @Test
    void aFileCutShortIsDamagedOrReadInPart() throws IOException {
        byte[] junk = Arrays.copyOf("%PDF-1.7\nnothing of use".getBytes("US-ASCII"), 400);
        Path file = Files.write(folder.resolve("junk.pdf"), junk);
        assertInstanceOf(ParseOutcome.Damaged.class, new DocumentParsers().parse(file));
    }

    @Test
    void pagesOfPicturesNeedOcr() throws IOException {
        try (var document = new PDDocument()) {
            for (int i = 0; i < 2; i++) {
                var page = new PDPage();
                document.addPage(page);
                var picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
                try (var content = new PDPageContentStream(document, page)) {
                    content.drawImage(
                            LosslessFactory.createFromImage(document, picture), 0, 0, 600, 800);
                }
            }
            assertEquals(new ParseOutcome.NeedsOcr(2), new DocumentParsers().parse(save(document)));
        }
    }

    @Test
    void attachedFilesFollowTheText() throws IOException {
        try (var document = new PDDocument()) {
            addPage(document, new Line(50, 700, 11, "See the notes."));
            var file = new PDComplexFileSpecification();
            file.setFile("notes.txt");
            var words = new ByteArrayInputStream("Attached words.".getBytes("US-ASCII"));
            file.setEmbeddedFile(new PDEmbeddedFile(document, words));
            var files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(Map.of("notes.txt", file));
            var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(files);
            document.getDocumentCatalog().setNames(names);
            assertEquals(
                    List.of(
                            "Paragraph|See the notes.",
                            "Heading1|notes.txt",
                            "Paragraph|Attached words."),
                    blocks(parsed(save(document))));
        }
    }

    @Test
    void columnsOfVerticalWritingMakeParagraphs() throws IOException {
        List<String> columns = List.of("吾輩は猫である。名前はまだ無い。どこで生れたかとんと", "見当がつかぬ。", "次の段落。");
        var content = new StringBuilder("BT /F1 12 Tf ");
        for (int column = 0; column < columns.size(); column++) {
            var codes = HexFormat.of().formatHex(columns.get(column).getBytes("UTF-16BE"));
            content.append("1 0 0 1 ").append(500 - 20 * column).append(" 780 Tm <");
            content.append(codes).append("> Tj ");
        }
        try (var document = new PDDocument()) {
            var page = new PDPage();
            var resources = new PDResources();
            resources.put(
                    COSName.getPDFName("F1"),
                    CidFont.of("Ryumin-Light", "UniJIS-UTF16-V", "Japan1", 4));
            page.setResources(resources);
            var drawing = new ByteArrayInputStream((content + "ET").getBytes("US-ASCII"));
            page.setContents(new PDStream(document, drawing));
            document.addPage(page);
            assertEquals(
                    List.of("Paragraph|吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。", "Paragraph|次の段落。"),
                    blocks(parsed(save(document))));
        }
    }

    private Path encrypted(String password) throws IOException {
        try (var document = new PDDocument()) {
            addPage(document, new Line(50, 700, 11, "Secret words."));
            var policy = new StandardProtectionPolicy("owner", password, new AccessPermission());
            policy.setEncryptionKeyLength(256);
            document.protect(policy);
            return save(document);
        }
    }

    private Path save(PDDocument document) throws IOException {
        Path file = folder.resolve("a.pdf");
        document.save(file.toFile());
        return file;
    }

    private static void addPage(PDDocument document, Line... lines) throws IOException {
        var page = new PDPage();
        document.addPage(page);
        var font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
        try (var content = new PDPageContentStream(document, page)) {
            for (Line line : lines) {
                content.beginText();
                content.setFont(font, line.size());
                content.newLineAtOffset(line.x(), line.y());
                content.showText(line.text());
                content.endText();
            }
        }
    }
}
