package org.fumikura.rag.parse;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.fumikura.rag.parse.PdfPageSigns.Verdict;
import org.jspecify.annotations.Nullable;

/// PDF by PDFBox, page by page. The text of each page is judged; of pages that need it the picture
/// is recognised.
final class PdfParser implements FormatParser {
    private static final float DOTS_AN_INCH = 300;
    private static final float POINTS_AN_INCH = 72;

    @Override
    public ParseOutcome parse(Input input, String mediaType, Unpacking unpacking)
            throws IOException {
        String password = unpacking.options().password();
        try (RandomAccessRead bytes = input.randomAccess();
                PDDocument document =
                        Loader.loadPDF(
                                bytes,
                                password,
                                null,
                                null,
                                IOUtils.createMemoryOnlyStreamCache())) {
            return parse(document, mediaType, unpacking);
        } catch (InvalidPasswordException _) {
            return new ParseOutcome.NeedsPassword();
        }
    }

    private static ParseOutcome parse(PDDocument document, String mediaType, Unpacking unpacking)
            throws IOException {
        var lines = new PdfLines();
        lines.writeText(document, Writer.nullWriter());
        List<PdfLayout> pages = lines.pages().stream().map(PdfLayout::of).toList();
        var headings = PdfHeadings.of(pages);
        var assembly = new TextAssembly();
        for (int i = 0; i < pages.size(); i++) {
            PdfLayout page = pages.get(i);
            assembly.beginPage();
            Verdict verdict = lines.signs().get(i).verdict(page.text());
            if (verdict == Verdict.READABLE || !recognise(document, i, unpacking, assembly)) {
                page.blocks().forEach(block -> headings.add(block, assembly));
                assembly.add(missed(verdict));
            }
            PdfNotes.of(document.getPage(i)).forEach(assembly::paragraph);
        }
        PdfAttachments.add(document, unpacking, assembly);
        @Nullable String title = document.getDocumentInformation().getTitle();
        return assembly.finish(Titles.sensible(title), mediaType);
    }

    private static Quality missed(Verdict verdict) {
        return switch (verdict) {
            case READABLE -> Quality.FULL;
            case PICTURE -> new Quality(1, 0, 0, 0, 0);
            case GARBLED -> new Quality(0, 1, 0, 0, 0);
        };
    }

    /// Adds the text in the picture of page `i`, counted from 0.
    ///
    /// @return whether there was any
    private static boolean recognise(
            PDDocument document, int i, Unpacking unpacking, TextAssembly assembly) {
        Optional<PictureText> text = unpacking.pictures().read(() -> picture(document, i));
        return text.isPresent() && assembly.add(text.get());
    }

    private static BufferedImage picture(PDDocument document, int i) throws IOException {
        PDRectangle box = document.getPage(i).getCropBox();
        double squareInches =
                (double) box.getWidth() * box.getHeight() / (POINTS_AN_INCH * POINTS_AN_INCH);
        float dots = (float) Math.min(DOTS_AN_INCH, Math.sqrt(Pictures.MAX_PIXELS / squareInches));
        return new PDFRenderer(document).renderImageWithDPI(i, dots, ImageType.GRAY);
    }
}
