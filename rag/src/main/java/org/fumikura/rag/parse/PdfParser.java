package org.fumikura.rag.parse;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.fumikura.rag.parse.PdfPageSigns.Verdict;
import org.jspecify.annotations.Nullable;

/// PDF by PDFBox, page by page; the text of each page is judged.
final class PdfParser implements FormatParser {
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
        int unread = 0;
        for (int i = 0; i < pages.size(); i++) {
            PdfLayout page = pages.get(i);
            assembly.beginPage();
            page.blocks().forEach(block -> headings.add(block, assembly));
            Verdict verdict = lines.signs().get(i).verdict(page.text());
            unread += verdict == Verdict.READABLE ? 0 : 1;
            assembly.add(missed(verdict));
            PdfNotes.of(document.getPage(i)).forEach(assembly::paragraph);
        }
        PdfAttachments.add(document, unpacking, assembly);
        if (assembly.isEmpty()) {
            return unread > 0 ? new ParseOutcome.NeedsOcr(unread) : new ParseOutcome.Empty();
        }
        @Nullable String title = document.getDocumentInformation().getTitle();
        return assembly.finish(Titles.sensible(title), mediaType);
    }

    private static Quality missed(Verdict verdict) {
        return switch (verdict) {
            case READABLE -> Quality.FULL;
            case PICTURE -> new Quality(1, 0, 0, 0);
            case GARBLED -> new Quality(0, 1, 0, 0);
        };
    }
}
