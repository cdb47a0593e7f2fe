package org.fumikura.rag.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.fumikura.rag.Span;
import org.fumikura.rag.parse.PagePicture.Drawn;
import org.fumikura.rag.parse.PagePicture.NotDrawn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfPagesTest {
    private static final int SIZE = 400;

    @TempDir private Path folder;
    private final PDRectangle box = new PDRectangle(SIZE, SIZE);
    private final PdfPages pages = new PdfPages();

    @Test
    void theLinesOfAPassageAreMarkedWhereTheyAreDrawn() throws IOException {
        Path file =
                pdf(box, 0, List.of("Quiet hours begin at", "ten and end at seven.", "Pay rent."));
        String text = "Quiet hours begin at ten and end at seven.\n\nPay rent.";
        Drawn drawn = draw(file, text, "hours begin at ten");
        assertEquals(2, drawn.marks().size());
        // The first line stands 300 points from the bottom of 400, the next ones 20 below.
        assertAround(0.25, drawn.marks().get(0));
        assertAround(0.30, drawn.marks().get(1));
        assertTrue(drawn.marks().get(0).left() > drawn.marks().get(1).left());
    }

    @Test
    void aMarkLiesOnTheInkOfItsLetters() throws IOException {
        Path file = pdf(box, 0, List.of("nothing", "HEAVY", "nothing"));
        Drawn drawn = draw(file, "nothing HEAVY nothing", "HEAVY");
        PageBox mark = drawn.marks().getFirst();
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(drawn.png()));
        assertEquals(SIZE * 2, picture.getWidth());
        int inside = 0;
        for (int y = (int) (mark.top() * SIZE * 2); y < mark.bottom() * SIZE * 2; y++) {
            for (int x = (int) (mark.left() * SIZE * 2); x < mark.right() * SIZE * 2; x++) {
                inside += isInk(picture, x, y) ? 1 : 0;
            }
        }
        assertTrue(inside > 200, inside + " dark pixels");
    }

    @Test
    void aPageThatWasScannedAsJbig2IsDrawn() throws IOException {
        var scan = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_BINARY);
        var drawing = scan.createGraphics();
        drawing.setColor(Color.WHITE);
        drawing.fillRect(0, 0, 64, 64);
        drawing.setColor(Color.BLACK);
        drawing.fillRect(16, 16, 32, 32);
        drawing.dispose();
        Path file = folder.resolve("scan.pdf");
        try (var document = new PDDocument()) {
            var page = new PDPage(box);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(Jbig2.image(document, scan), 0, 0, SIZE, SIZE);
            }
            document.save(file.toFile());
        }
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(draw(file, "", "").png()));
        int middle = picture.getWidth() / 2;
        assertTrue(isInk(picture, middle, middle), "the square is not there");
        assertFalse(isInk(picture, middle / 4, middle / 4), "the paper is not white");
    }

    @Test
    void aStretchThatStandsTwiceIsTheOneOfTheSameCount() throws IOException {
        Path file = pdf(box, 0, List.of("The fee is 5.", "Other words.", "The fee is 5."));
        String text = "The fee is 5.\nOther words.\nThe fee is 5.";
        int second = text.lastIndexOf("The fee");
        Drawn drawn = draw(file, text, new Span(second, text.length()));
        assertEquals(1, drawn.marks().size());
        assertAround(0.35, drawn.marks().getFirst());
    }

    @Test
    void aPageOnItsSideIsMarkedAsItIsSeen() throws IOException {
        var wide = new PDRectangle(300, 600);
        Path file = pdf(wide, 90, List.of("sideways text"));
        Drawn drawn = draw(file, "sideways text", "sideways text");
        PageBox mark = drawn.marks().getFirst();
        // Turned clockwise: what ran to the right runs down, what stood halfway up stands there.
        assertEquals(300 / 600.0, mark.left(), 0.03);
        assertTrue(mark.bottom() - mark.top() > mark.right() - mark.left());
    }

    @Test
    void aCutPageIsMarkedAsItIsSeen() throws IOException {
        var cut = new PDRectangle(0, 200, SIZE, 200);
        Path file = pdf(box, 0, cut, List.of("upper half"));
        Drawn drawn = draw(file, "upper half", "upper half");
        assertAround(0.48, drawn.marks().getFirst());
    }

    @Test
    void verticalWritingIsMarkedByColumns() throws IOException {
        Path file = folder.resolve("down.pdf");
        try (var document = new PDDocument()) {
            var page = new PDPage(box);
            document.addPage(page);
            PDFont font = CidFont.of("Ryumin-Light", "UniJIS-UTF16-V", "Japan1", 6);
            try (var content = new PDPageContentStream(document, page)) {
                column(content, font, 300, "吾輩は猫である");
                column(content, font, 270, "名前はまだ無い");
            }
            document.save(file.toFile());
        }
        Drawn drawn = draw(file, "吾輩は猫である名前はまだ無い", "猫である名前は");
        assertEquals(2, drawn.marks().size());
        assertTrue(drawn.marks().get(0).left() > drawn.marks().get(1).right());
        assertTrue(drawn.marks().get(0).top() > drawn.marks().get(1).top());
    }

    @Test
    void whatIsNotOnThePageIsNotMarked() throws IOException {
        Path file = pdf(box, 0, List.of("one thing"));
        assertEquals(List.of(), draw(file, "another thing altogether", "another thing").marks());
    }

    @Test
    void aFileWithoutThePageIsSaidToBeSo() throws IOException {
        Path file = pdf(box, 0, List.of("one page"));
        var order = new PageOrder(2, 100, "", new Span(0, 0));
        assertEquals(new NotDrawn(NotDrawn.Reason.NO_SUCH_PAGE), pages.draw(file, order));
        Path broken = Files.writeString(folder.resolve("broken.pdf"), "%PDF-1.7 and no more");
        assertEquals(new NotDrawn(NotDrawn.Reason.UNREADABLE), pages.draw(broken, order));
        assertEquals(
                new NotDrawn(NotDrawn.Reason.UNREADABLE),
                pages.draw(folder.resolve("gone.pdf"), order));
    }

    @Test
    void aLockedFileIsSaidToBeSo() throws IOException {
        Path file = folder.resolve("locked.pdf");
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            var policy = new StandardProtectionPolicy("owner", "reader", new AccessPermission());
            policy.setEncryptionKeyLength(256);
            document.protect(policy);
            document.save(file.toFile());
        }
        assertEquals(
                new NotDrawn(NotDrawn.Reason.LOCKED),
                pages.draw(file, new PageOrder(1, 100, "", new Span(0, 0))));
    }

    private static boolean isInk(BufferedImage picture, int x, int y) {
        return (picture.getRGB(x, y) & 0xFF) < 100;
    }

    /// The middle of a mark's height.
    private static void assertAround(double share, PageBox mark) {
        assertEquals(share, (mark.top() + mark.bottom()) / 2, 0.02);
    }

    private Drawn draw(Path file, String text, String marked) {
        int start = text.indexOf(marked);
        return draw(file, text, new Span(start, start + marked.length()));
    }

    private Drawn draw(Path file, String text, Span marked) {
        return assertInstanceOf(
                Drawn.class, pages.draw(file, new PageOrder(1, SIZE * 2, text, marked)));
    }

    private Path pdf(PDRectangle box, int turn, List<String> lines) throws IOException {
        return pdf(box, turn, box, lines);
    }

    private Path pdf(PDRectangle box, int turn, PDRectangle cut, List<String> lines)
            throws IOException {
        Path file = folder.resolve("page.pdf");
        try (var document = new PDDocument()) {
            var page = new PDPage(box);
            page.setRotation(turn);
            page.setCropBox(cut);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.HELVETICA), 14);
                content.setLeading(20);
                content.newLineAtOffset(50, 300);
                for (String line : lines) {
                    content.showText(line);
                    content.newLine();
                }
                content.endText();
            }
            document.save(file.toFile());
        }
        return file;
    }

    private static void column(PDPageContentStream content, PDFont font, float x, String text)
            throws IOException {
        content.beginText();
        content.setFont(font, 20);
        content.newLineAtOffset(x, 350);
        content.appendRawCommands("<" + hex(text) + "> Tj\n");
        content.endText();
    }

    private static String hex(String text) {
        var hex = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_16BE)) {
            hex.append(Character.forDigit(one >> 4 & 15, 16))
                    .append(Character.forDigit(one & 15, 16));
        }
        return hex.toString();
    }
}
