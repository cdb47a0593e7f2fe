package org.fumikura.tests.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.fumikura.ui.Assets;

/// Makes PDF files.
final class Pdfs {
    private static final float SIZE = 11;
    private static final float LEADING = 15;

    private Pdfs() {}

    /// A PDF of the given pages, each a list of lines.
    static void write(Path file, List<List<String>> pages) throws IOException {
        try (PDDocument document = document(pages)) {
            document.save(file.toFile());
        }
    }

    /// The same behind a password.
    static void writeLocked(Path file, String password, List<List<String>> pages)
            throws IOException {
        try (PDDocument document = document(pages)) {
            var policy = new StandardProtectionPolicy(password, password, new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
            document.save(file.toFile());
        }
    }

    private static PDDocument document(List<List<String>> pages) throws IOException {
        var document = new PDDocument();
        try (InputStream in = Assets.fonts().getFirst().openStream()) {
            PDFont font = PDType0Font.load(document, in);
            for (List<String> lines : pages) {
                var page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(font, SIZE);
                    content.setLeading(LEADING);
                    content.newLineAtOffset(60, 760);
                    for (String line : lines) {
                        content.showText(line);
                        content.newLine();
                    }
                    content.endText();
                }
            }
        }
        return document;
    }
}
