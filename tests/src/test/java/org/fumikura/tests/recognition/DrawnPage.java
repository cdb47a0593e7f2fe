package org.fumikura.tests.recognition;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/// An A4 page as a scanner sees it, at 300 dots an inch, in the font of the program.
final class DrawnPage {
    private static final int WIDTH = 2480;
    private static final int HEIGHT = 3508;
    private static final int MARGIN = 300;
    private static final int SIZE = 42;
    private static final int LEADING = 68;

    private final BufferedImage picture =
            new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    private final Graphics2D drawing = picture.createGraphics();

    private DrawnPage() throws IOException {
        drawing.setColor(Color.WHITE);
        drawing.fillRect(0, 0, WIDTH, HEIGHT);
        drawing.setColor(Color.BLACK);
        drawing.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        drawing.setFont(font());
    }

    private static Font font() throws IOException {
        try (InputStream in =
                DrawnPage.class.getResourceAsStream(
                        "/org/fumikura/ui/fonts/NotoSansJP-Regular.ttf")) {
            return Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(in))
                    .deriveFont((float) SIZE);
        } catch (FontFormatException broken) {
            throw new IOException(broken);
        }
    }

    /// Lines from side to side.
    static BufferedImage across(String text) throws IOException {
        var page = new DrawnPage();
        int y = MARGIN;
        for (String line : page.lines(text)) {
            page.drawing.drawString(line, MARGIN, y);
            y += LEADING;
        }
        return page.picture;
    }

    /// Columns from right to left. Marks that stand elsewhere in a column are set there; long
    /// vowels and brackets, which turn, are not to be in the text.
    static BufferedImage down(String text) throws IOException {
        var page = new DrawnPage();
        int x = WIDTH - MARGIN - SIZE;
        int y = MARGIN;
        for (int i = 0; i < text.length(); i++) {
            boolean mark = "、。".indexOf(text.charAt(i)) >= 0;
            int shift = mark ? SIZE * 3 / 5 : 0;
            page.drawing.drawString(text.substring(i, i + 1), x + shift, y - shift);
            y += SIZE + 4;
            if (y > HEIGHT - MARGIN) {
                y = MARGIN;
                x -= SIZE * 2;
            }
        }
        return page.picture;
    }

    private List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n")) {
            var line = new StringBuilder();
            // Japanese breaks anywhere, English between words.
            String[] pieces = paragraph.split("(?<= )|(?<=[\\u3040-\\u9FFF])(?![、。])");
            for (String piece : pieces) {
                if (drawing.getFontMetrics().stringWidth(line + piece) > WIDTH - 2 * MARGIN) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(piece);
            }
            lines.add(line.toString());
            lines.add("");
        }
        return lines;
    }

    /// A PDF of scanned pages.
    static Path pdf(Path file, BufferedImage... pictures) throws IOException {
        try (var document = new PDDocument()) {
            for (BufferedImage picture : pictures) {
                var page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.drawImage(
                            LosslessFactory.createFromImage(document, picture),
                            0,
                            0,
                            PDRectangle.A4.getWidth(),
                            PDRectangle.A4.getHeight());
                }
            }
            document.save(file.toFile());
        }
        return file;
    }
}
