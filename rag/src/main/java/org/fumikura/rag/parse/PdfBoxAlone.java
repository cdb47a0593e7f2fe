package org.fumikura.rag.parse;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/// What PDFBox does by itself: the text of a file's pages, and nothing is made of it. The yardstick
/// that taking files in is measured by; the library never uses it.
public final class PdfBoxAlone {
    private PdfBoxAlone() {}

    /// Extracts the text of `file` in the thread that asks.
    ///
    /// @return how many pages the file has
    /// @throws IOException if it cannot be read without a password
    public static int extract(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            new PDFTextStripper().writeText(document, Writer.nullWriter());
            return document.getNumberOfPages();
        }
    }
}
