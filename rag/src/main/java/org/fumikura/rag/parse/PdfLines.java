package org.fumikura.rag.parse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Collects a PDF's pages as lines of placed words, in the order in which the page draws them.
/// PDFBox finds characters, words and lines; where they belong is left to [PdfLayout].
final class PdfLines extends PDFTextStripper {
    private static final Logger LOG = LoggerFactory.getLogger(PdfLines.class);
    // A wider space than this, in character heights, parts two cells or columns.
    private static final float CELL_GAP = 1.5f;

    private final List<List<PdfLine>> pages = new ArrayList<>();
    private List<PdfLine> page = new ArrayList<>();
    private List<PdfLine.Segment> line = new ArrayList<>();
    private final List<PdfPageSigns> signs = new ArrayList<>();
    private double pageArea;
    private double pictures;
    private int shapes;
    private int glyphs;
    private int mapped;

    PdfLines() {
        setSortByPosition(false);
        setLineSeparator("");
        setWordSeparator("");
    }

    /// The pages read, one list for each even if it is empty.
    List<List<PdfLine>> pages() {
        return pages;
    }

    /// What drawing each page showed.
    List<PdfPageSigns> signs() {
        return signs;
    }

    @Override
    public void processPage(PDPage content) throws IOException {
        Interruption.check();
        page = new ArrayList<>();
        line = new ArrayList<>();
        pageArea = area(content);
        pictures = 0;
        shapes = 0;
        glyphs = 0;
        mapped = 0;
        try {
            super.processPage(content);
        } catch (IOException | RuntimeException e) {
            if (e instanceof Interruption) {
                throw e;
            }
            // One bad page must not cost the document.
            LOG.debug("page {} is damaged: {}", pages.size() + 1, e.getClass().getSimpleName());
        }
        endLine();
        pages.add(page);
        signs.add(new PdfPageSigns(glyphs, glyphs - mapped, pictures / pageArea, shapes));
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        switch (operator.getName()) {
            case OperatorName.FILL_NON_ZERO,
                    OperatorName.FILL_EVEN_ODD,
                    OperatorName.FILL_NON_ZERO_AND_STROKE,
                    OperatorName.FILL_EVEN_ODD_AND_STROKE ->
                    shapes++;
            case OperatorName.BEGIN_INLINE_IMAGE -> addPicture();
            case OperatorName.DRAW_OBJECT -> {
                if (operands.getFirst() instanceof COSName name
                        && getResources() != null
                        && getResources().isImageXObject(name)) {
                    addPicture();
                }
            }
            default -> {}
        }
        super.processOperator(operator, operands);
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
            throws IOException {
        glyphs++;
        super.showGlyph(matrix, font, code, displacement);
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        mapped++;
        super.processTextPosition(text);
    }

    /// A picture fills the unit square as it is transformed.
    private void addPicture() {
        Matrix place = getGraphicsState().getCurrentTransformationMatrix();
        pictures += Math.abs((double) place.getScalingFactorX() * place.getScalingFactorY());
    }

    private static double area(PDPage content) {
        PDRectangle box = content.getCropBox();
        return Math.max(1, (double) box.getWidth() * box.getHeight());
    }

    @Override
    protected void endDocument(PDDocument document) {
        page = new ArrayList<>();
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        if (text.isBlank() || positions.isEmpty()) {
            return;
        }
        var segment = PdfLine.Segment.of(text, positions);
        if (line.isEmpty()) {
            line.add(segment);
            return;
        }
        PdfLine.Segment last = line.getLast();
        float gap = segment.left() - last.right();
        float size = Math.max(last.size(), segment.size());
        if (gap < -size) {
            // The line went back to the left: another column on the same height.
            endLine();
            line.add(segment);
        } else if (gap > CELL_GAP * size) {
            line.add(segment);
        } else {
            line.set(line.size() - 1, last.join(segment));
        }
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void writeParagraphSeparator() {}

    private void endLine() {
        if (line.isEmpty()) {
            return;
        }
        PdfLine next = new PdfLine(List.copyOf(line));
        line.clear();
        if (!page.isEmpty() && goesOnDown(page.getLast(), next)) {
            PdfLine.Segment column = page.removeLast().segments().getFirst();
            next = new PdfLine(List.of(column.join(next.segments().getFirst())));
        }
        page.add(next);
    }

    /// Whether two lines are the parts of one column of vertical writing, which PDFBox takes for
    /// lines under each other.
    private static boolean goesOnDown(PdfLine upper, PdfLine lower) {
        PdfLine.Segment above = upper.segments().getLast();
        PdfLine.Segment below = lower.segments().getFirst();
        float gap = below.left() - above.right();
        return above.isVertical()
                && below.isVertical()
                && !upper.isRow()
                && !lower.isRow()
                && Math.abs(above.baseline() - below.baseline()) < 0.3f * above.size()
                && gap > -0.5f * above.size()
                && gap < CELL_GAP * above.size();
    }
}
