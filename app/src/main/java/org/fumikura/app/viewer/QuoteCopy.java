package org.fumikura.app.viewer;

import java.nio.file.Path;
import org.fumikura.ui.Messages;

/// A quotation with where it comes from, to be pasted somewhere else.
public final class QuoteCopy {
    private QuoteCopy() {}

    /// `quote` on one line, in quotation marks, with the file's name and the page from 1.
    public static String of(Messages messages, String quote, Path file, int page) {
        String line = quote.strip().replaceAll("\\s+", " ");
        return messages.get("viewer.quote", line, String.valueOf(file.getFileName()), page);
    }
}
