package org.fumikura.rag.parse;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

/// The letters of a PDF page with the rectangles that they fill, in the order in which the page
/// draws them. PDFBox says where a letter stands; a rectangle as high as its line is made of it.
final class PdfGlyphs extends PDFTextStripper {
    // Of the height of the letters, above and below their base line.
    private static final float ABOVE = 0.9f;
    private static final float BELOW = 0.22f;

    private final PDRectangle box;
    private final int turn;
    private final List<Glyph> glyphs = new ArrayList<>();

    private PdfGlyphs(PDPage page) {
        this.box = page.getCropBox();
        this.turn = Math.floorMod(page.getRotation(), 360);
    }

    /// The glyphs of page `number`, from 1.
    static List<Glyph> of(PDDocument document, int number) throws IOException {
        var stripper = new PdfGlyphs(document.getPage(number - 1));
        stripper.setStartPage(number);
        stripper.setEndPage(number);
        stripper.writeText(document, Writer.nullWriter());
        return stripper.glyphs;
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        Matrix matrix = text.getTextMatrix();
        boolean vertical = text.getFont() != null && text.getFont().isVertical();
        Point2D.Float base = matrix.transformPoint(0, 0);
        Point2D.Float top = matrix.transformPoint(0, ABOVE);
        Point2D.Float bottom = matrix.transformPoint(0, -BELOW);
        Point2D.Float end =
                vertical
                        ? matrix.transformPoint(1, 0)
                        : new Point2D.Float(text.getEndX(), text.getEndY());
        double dx = end.x - base.x;
        double dy = end.y - base.y;
        PageBox seen =
                point(top.x, top.y)
                        .join(point(bottom.x, bottom.y))
                        .join(point(top.x + dx, top.y + dy))
                        .join(point(bottom.x + dx, bottom.y + dy));
        glyphs.add(new Glyph(text.getUnicode(), seen));
    }

    /// A point of the page's own coordinates, from the bottom left before it is turned, as seen.
    private PageBox point(double x, double y) {
        double width = box.getWidth();
        double height = box.getHeight();
        return switch (turn) {
            case 90 -> at(y, x);
            case 180 -> at(width - x, y);
            case 270 -> at(height - y, width - x);
            default -> at(x, height - y);
        };
    }

    private static PageBox at(double x, double y) {
        return new PageBox(x, y, x, y);
    }

    /// @param text usually one letter
    /// @param box in points of the page as it is seen
    record Glyph(String text, PageBox box) {}
}
