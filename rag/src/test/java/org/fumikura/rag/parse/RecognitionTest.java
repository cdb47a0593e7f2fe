package org.fumikura.rag.parse;

import static org.fumikura.rag.parse.Parsing.pages;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which pictures are recognised, and where their text goes.
class RecognitionTest {
    private static final String SENTENCE = "The kettle is descaled every month.";
    private static final RecognitionOrder ALL = new RecognitionOrder(List.of(), 600);
    private static final PictureText STAMPED = new PictureText(List.of("Stamped and signed"));

    @TempDir private Path folder;

    @Test
    void onlyPagesWithoutTextAreRecognised() throws IOException {
        Path file = pdf("a.pdf", SENTENCE, "", SENTENCE);
        DocumentParsers parsers = recognising(90, "Stamped and signed");
        assertEquals(Set.of("eng"), parsers.recognises());

        Recognition found = parsers.recognise(file, ALL);
        assertEquals(List.of(STAMPED), found.pictures());
        assertEquals(Recognition.Rest.NOTHING, found.rest());
        ParsedDocument document = document(found);
        assertEquals(List.of(SENTENCE, "Stamped and signed", SENTENCE), pages(document));
        assertEquals(new Quality(0, 0, 1, 0, 0), document.quality());
    }

    @Test
    void readingAloneRecognisesNothing() throws IOException {
        Path file = pdf("a.pdf", "", "");
        DocumentParsers parsers = recognising(90, "Stamped and signed");
        assertEquals(new ParseOutcome.NeedsOcr(2), parsers.parse(file));
    }

    @Test
    void recognitionGoesOnWhereItEnded() throws IOException {
        Path file = pdf("a.pdf", "", "", "");
        DocumentParsers parsers = recognising(90, "Stamped and signed");
        Recognition first = parsers.recognise(file, new RecognitionOrder(List.of(), 0));
        assertEquals(List.of(STAMPED), first.pictures());
        assertEquals(Recognition.Rest.MORE, first.rest());
        assertEquals(new Quality(2, 0, 1, 0, 0), document(first).quality());

        List<PictureText> known =
                List.of(new PictureText(List.of("Known before")), PictureText.NONE);
        Recognition last = parsers.recognise(file, new RecognitionOrder(known, 0));
        assertEquals(List.of(known.get(0), known.get(1), STAMPED), last.pictures());
        assertEquals(Recognition.Rest.NOTHING, last.rest());
        assertEquals(List.of("Known before", "", "Stamped and signed"), pages(document(last)));
        assertEquals(new Quality(1, 0, 2, 0, 0), document(last).quality());
    }

    @Test
    void noiseIsNoText() throws IOException {
        DocumentParsers parsers = recognising(20, "~~ ii ll -- ::");
        Recognition found = parsers.recognise(pdf("a.pdf", "", ""), ALL);
        assertEquals(new ParseOutcome.NeedsOcr(2), found.outcome());
        assertEquals(List.of(PictureText.NONE, PictureText.NONE), found.pictures());
        assertEquals(Recognition.Rest.NOTHING, found.rest());
    }

    @Test
    void aProgramThatFailsCostsNoPageOfText() throws IOException {
        FakeTesseract.write(folder, "eng", "exit 1\n");
        var parsers = new DocumentParsers(new InstalledRecognition(List.of(folder)));
        Recognition found = parsers.recognise(pdf("a.pdf", SENTENCE, ""), ALL);
        assertEquals(new Quality(1, 0, 0, 0, 0), document(found).quality());
    }

    @Test
    void withoutAProgramNothingIsRecognised() throws IOException {
        var parsers = new DocumentParsers(new InstalledRecognition(List.of(folder)));
        assertEquals(Set.of(), parsers.recognises());
        Recognition found = parsers.recognise(pdf("a.pdf", SENTENCE, ""), ALL);
        assertEquals(List.of(), found.pictures());
        assertEquals(List.of(SENTENCE, ""), pages(document(found)));
    }

    @Test
    void scansInsideOtherFilesAreRecognised() throws IOException {
        Path packed = folder.resolve("packed.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(packed))) {
            zip.putNextEntry(new ZipEntry("scan.pdf"));
            zip.write(Files.readAllBytes(pdf("scan.pdf", "")));
        }
        DocumentParsers parsers = recognising(90, "Stamped and signed");
        ParsedDocument document = document(parsers.recognise(packed, ALL));
        assertEquals(List.of("scan.pdf\n\nStamped and signed"), pages(document));
    }

    @Test
    void picturesOfPagesAreRecognised() throws IOException {
        DocumentParsers parsers = recognising(90, "Stamped and signed");
        for (String format : List.of("png", "jpg", "tiff")) {
            Path file = picture("page." + format, format, paper(800, 1000));
            assertEquals(new ParseOutcome.NeedsOcr(1), parsers.parse(file), format);
            assertEquals(
                    List.of("Stamped and signed"),
                    pages(document(parsers.recognise(file, ALL))),
                    format);
        }
    }

    @Test
    void photographsAndIconsAreNoPages() throws IOException {
        DocumentParsers parsers = recognising(90, "Stamped and signed");
        Path photograph = picture("photo.png", "png", noise(800, 600));
        Path icon = picture("icon.png", "png", paper(64, 64));
        var unsupported = new ParseOutcome.Unsupported("image/png");
        assertEquals(unsupported, parsers.recognise(photograph, ALL).outcome());
        assertEquals(unsupported, parsers.recognise(icon, ALL).outcome());
        Path damaged =
                Files.write(
                        folder.resolve("cut.png"),
                        Arrays.copyOf(Files.readAllBytes(photograph), 2_000));
        assertEquals(unsupported, parsers.parse(damaged));
    }

    @Test
    void picturesOfPagesInArchivesAreRecognised() throws IOException {
        Path packed = folder.resolve("packed.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(packed))) {
            zip.putNextEntry(new ZipEntry("page.png"));
            zip.write(png(paper(800, 1000)));
            zip.putNextEntry(new ZipEntry("photo.png"));
            zip.write(png(noise(800, 600)));
        }
        DocumentParsers parsers = recognising(90, "Stamped and signed");
        var read = assertInstanceOf(ParseOutcome.Parsed.class, parsers.parse(packed));
        assertEquals(new Quality(1, 0, 0, 0, 0), read.document().quality());
        Recognition found = parsers.recognise(packed, ALL);
        assertEquals(List.of(STAMPED), found.pictures());
        assertEquals(new Quality(0, 0, 1, 0, 0), document(found).quality());
        assertTrue(document(found).text().contains("Stamped and signed"));
    }

    @Test
    void inMailsOnlyPicturesOfTheSizeOfAPageAreRecognised() throws IOException {
        DocumentParsers parsers = recognising(90, "Stamped and signed");
        for (String disposition : List.of("attachment", "inline")) {
            Recognition logo = parsers.recognise(mail(disposition, paper(400, 300)), ALL);
            assertEquals(List.of(), logo.pictures());
            assertTrue(document(logo).text().contains("The sheet is attached."));

            Path scanned = mail(disposition, paper(800, 1000));
            var read = assertInstanceOf(ParseOutcome.Parsed.class, parsers.parse(scanned));
            assertEquals(new Quality(1, 0, 0, 0, 0), read.document().quality());
            Recognition sheet = parsers.recognise(scanned, ALL);
            assertEquals(List.of(STAMPED), sheet.pictures());
            assertTrue(document(sheet).text().contains("Stamped and signed"));
        }
    }

    private Path mail(String disposition, BufferedImage picture) throws IOException {
        String mail =
                """
                From: a@example.com
                Subject: Sheet
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                The sheet is attached.
                --b
                Content-Type: image/png; name=sheet.png
                Content-Disposition: %d; filename=sheet.png
                Content-Transfer-Encoding: base64

                %s
                --b--
                """;
        String encoded = Base64.getMimeEncoder().encodeToString(png(picture));
        return Files.writeString(
                folder.resolve("a.eml"), mail.replace("%d", disposition).replace("%s", encoded));
    }

    @Test
    void picturesOfPagesInOfficeFilesAreRecognised() throws IOException {
        DocumentParsers parsers = recognising(90, "Stamped and signed");
        Path mixed = word("mixed.docx", "The contract.", paper(800, 1000), paper(400, 300));
        Recognition found = parsers.recognise(mixed, ALL);
        assertEquals(List.of(STAMPED), found.pictures());
        assertEquals(List.of("The contract.", "Stamped and signed"), pages(document(found)));
        assertEquals(new Quality(0, 0, 1, 0, 0), document(found).quality());

        Path scan = word("scan.docx", "", paper(800, 1000));
        assertEquals(new ParseOutcome.NeedsOcr(1), parsers.parse(scan));
        assertEquals(
                List.of("Stamped and signed"),
                pages(document(parsers.recognise(scan, ALL))).stream()
                        .filter(page -> !page.isEmpty())
                        .toList());
        Path logo = word("logo.docx", "", paper(400, 300));
        assertEquals(new ParseOutcome.Empty(), parsers.parse(logo));
    }

    private Path word(String name, String text, BufferedImage... pictures) throws IOException {
        Path file = folder.resolve(name);
        try (var document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(file)) {
            XWPFRun run = document.createParagraph().createRun();
            run.setText(text);
            for (int i = 0; i < pictures.length; i++) {
                run.addPicture(
                        new ByteArrayInputStream(png(pictures[i])),
                        PictureType.PNG,
                        "picture" + i,
                        1000,
                        1000);
            }
            document.write(out);
        } catch (InvalidFormatException e) {
            throw new IOException(e);
        }
        return file;
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }

    private DocumentParsers recognising(int confidence, String words) throws IOException {
        return new DocumentParsers(
                new InstalledRecognition(
                        FakeTesseract.write(
                                folder, "eng", FakeTesseract.saying(confidence, words))));
    }

    private static ParsedDocument document(Recognition found) {
        return assertInstanceOf(ParseOutcome.Parsed.class, found.outcome()).document();
    }

    /// A PDF of these pages, each with its text or, where that is empty, with a picture.
    private Path pdf(String name, String... texts) throws IOException {
        Path file = folder.resolve(name);
        try (var document = new PDDocument()) {
            for (String text : texts) {
                var page = new PDPage();
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    if (text.isEmpty()) {
                        var picture = LosslessFactory.createFromImage(document, paper(8, 8));
                        content.drawImage(picture, 0, 0, 600, 700);
                    } else {
                        content.beginText();
                        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
                        content.newLineAtOffset(50, 700);
                        content.showText(text);
                        content.endText();
                    }
                }
            }
            document.save(file.toFile());
        }
        return file;
    }

    private Path picture(String name, String format, BufferedImage picture) throws IOException {
        Path file = folder.resolve(name);
        ImageIO.write(picture, format, file.toFile());
        return file;
    }

    private static BufferedImage paper(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var drawing = picture.createGraphics();
        drawing.setColor(Color.WHITE);
        drawing.fillRect(0, 0, width, height);
        drawing.dispose();
        return picture;
    }

    /// Every brightness about as often as any other.
    private static BufferedImage noise(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var random = new Random(7);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int grey = random.nextInt(256);
                picture.setRGB(x, y, grey << 16 | grey << 8 | grey);
            }
        }
        return picture;
    }
}
