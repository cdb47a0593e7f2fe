package org.fumikura.rag.parse;

import static org.fumikura.rag.parse.Parsing.parsed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.fumikura.rag.parse.PdfPageSigns.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfPageSignsTest {
    private static final String SENTENCE = "The kettle is descaled every month.";

    @TempDir Path folder;

    @Test
    void scansAmongPagesOfTextAreCounted() throws IOException {
        assertEquals(
                new Quality(2, 0, 0, 0, 0),
                quality(new Page(SENTENCE, 0, 0), new Page("", 0.9, 0), new Page("", 0.1, 0)));
    }

    @Test
    void aScanWithAStampOfAFewLettersIsOneNevertheless() throws IOException {
        assertEquals(
                new Quality(1, 0, 0, 0, 0),
                quality(new Page(SENTENCE, 0, 0), new Page("Copy 3 of 5", 0.9, 0)));
    }

    @Test
    void textOverOrBesideAPictureIsText() throws IOException {
        assertEquals(Quality.FULL, quality(new Page(SENTENCE, 1, 0), new Page("Part 2", 0.1, 10)));
    }

    @Test
    void emptyPagesLeaveNothingOut() throws IOException {
        assertEquals(Quality.FULL, quality(new Page(SENTENCE, 0, 0), new Page("", 0, 0)));
    }

    @Test
    void lettersDrawnAsShapesAreAPicture() throws IOException {
        assertEquals(
                new Quality(1, 0, 0, 0, 0),
                quality(new Page(SENTENCE, 0, 0), new Page("", 0, 400)));
    }

    @Test
    void lettersOfAFontThatDoesNotSayWhatTheyMeanAreGarbled() throws IOException {
        try (var document = new PDDocument()) {
            add(document, new Page(SENTENCE, 0, 0));
            addUnmapped(document, 40);
            assertEquals(new Quality(0, 1, 0, 0, 0), quality(document));
        }
    }

    @Test
    void lettersThatMeanNothingAreGarbled() {
        var signs = new PdfPageSigns(60, 0, 0, 0);
        assertEquals(Verdict.GARBLED, signs.verdict("\uE001\uE002\uFFFD".repeat(20)));
        assertEquals(Verdict.READABLE, signs.verdict(SENTENCE + "\uE001"));
        assertEquals(Verdict.READABLE, signs.verdict("吾輩は猫である。名前はまだ無い。どこで生れたか。"));
    }

    /// @param text in one line
    /// @param picture the share of the page that a picture covers
    /// @param shapes how many shapes are filled
    private record Page(String text, double picture, int shapes) {}

    private Quality quality(Page... pages) throws IOException {
        try (var document = new PDDocument()) {
            for (Page page : pages) {
                add(document, page);
            }
            return quality(document);
        }
    }

    private Quality quality(PDDocument document) throws IOException {
        Path file = folder.resolve("a.pdf");
        document.save(file.toFile());
        return parsed(file).quality();
    }

    private static void add(PDDocument document, Page page) throws IOException {
        var sheet = new PDPage();
        document.addPage(sheet);
        float width = sheet.getCropBox().getWidth();
        float height = sheet.getCropBox().getHeight();
        try (var content = new PDPageContentStream(document, sheet)) {
            if (page.picture() > 0) {
                var picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
                content.drawImage(
                        LosslessFactory.createFromImage(document, picture),
                        0,
                        0,
                        width,
                        (float) (height * page.picture()));
            }
            for (int i = 0; i < page.shapes(); i++) {
                content.addRect(50 + i % 20 * 10, 50 + i / 20 * 10, 5, 5);
                content.fill();
            }
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
            content.newLineAtOffset(50, 700);
            content.showText(page.text());
            content.endText();
        }
    }

    /// Adds a page of letters that are numbers of shapes in a font and no more.
    private static void addUnmapped(PDDocument document, int letters) throws IOException {
        var page = new PDPage();
        var resources = new PDResources();
        resources.put(
                COSName.getPDFName("F1"), CidFont.of("Nameless", "Identity-H", "Identity", 0));
        page.setResources(resources);
        String drawing = "BT /F1 12 Tf 50 700 Td <" + "0123".repeat(letters) + "> Tj ET";
        page.setContents(
                new PDStream(
                        document,
                        new ByteArrayInputStream(drawing.getBytes(StandardCharsets.US_ASCII))));
        document.addPage(page);
    }
}
