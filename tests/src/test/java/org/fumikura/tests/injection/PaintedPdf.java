package org.fumikura.tests.injection;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.fumikura.ui.Assets;

/// PDFs with text that a person does not see.
final class PaintedPdf {
    private PaintedPdf() {}

    /// One page; lines that begin with `~` are white on white.
    static void write(Path file, List<String> lines) throws IOException {
        try (var document = new PDDocument();
                InputStream in = Assets.fonts().getFirst().openStream()) {
            PDFont font = PDType0Font.load(document, in);
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(font, 11);
                content.setLeading(15);
                content.newLineAtOffset(60, 760);
                for (String line : lines) {
                    boolean hidden = line.startsWith("~");
                    content.setNonStrokingColor(hidden ? Color.WHITE : Color.BLACK);
                    content.showText(hidden ? line.substring(1) : line);
                    content.newLine();
                }
                content.endText();
            }
            document.save(file.toFile());
        }
    }
}
