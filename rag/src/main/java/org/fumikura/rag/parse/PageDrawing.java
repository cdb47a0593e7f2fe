package org.fumikura.rag.parse;

import java.nio.file.Path;

/// Draws pages. May be called from several threads at once.
public interface PageDrawing {
    /// Draws a page of a PDF file and finds a stretch of its text on it. Takes up to seconds;
    /// whatever is wrong with the file is an outcome.
    PagePicture draw(Path file, PageOrder order);
}
