package org.fumikura.rag.parse;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/// PDF by PDFBox, page by page.
final class PdfParser implements FormatParser {
    @Override
    public ParseOutcome parse(Input input, String mediaType, Unpacking unpacking)
            throws IOException {
        try (RandomAccessRead bytes = input.randomAccess();
                PDDocument document =
                        Loader.loadPDF(
                                bytes, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
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
        int number = 0;
        for (PdfLayout page : pages) {
            assembly.beginPage();
            page.blocks().forEach(block -> headings.add(block, assembly));
            PdfNotes.of(document.getPage(number++)).forEach(assembly::paragraph);
        }
        PdfAttachments.add(document, unpacking, assembly);
        if (assembly.isEmpty()) {
            return withoutText(document);
        }
        @Nullable String title = document.getDocumentInformation().getTitle();
        return assembly.finish(Titles.sensible(title), mediaType);
    }

    private static ParseOutcome withoutText(PDDocument document) {
        int pictures = 0;
        for (PDPage page : document.getPages()) {
            pictures += hasPicture(page.getResources()) ? 1 : 0;
        }
        return pictures > 0 ? new ParseOutcome.NeedsOcr(pictures) : new ParseOutcome.Empty();
    }

    private static boolean hasPicture(@Nullable PDResources resources) {
        if (resources == null) {
            return false;
        }
        return resources.getXObjectNames().iterator().hasNext();
    }
}
