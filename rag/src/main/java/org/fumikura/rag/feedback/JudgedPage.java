package org.fumikura.rag.feedback;

import java.nio.file.Path;

/// A page, and whether it is the right one for a question.
///
/// @param file absolute
/// @param page from 1
/// @param quote words of the page, by which it is found again when pages have moved; may be empty
public record JudgedPage(Path file, int page, String quote, Verdict verdict) {
    /// What the person said of the page.
    public enum Verdict {
        RIGHT,
        WRONG
    }

    public JudgedPage {
        if (page < 1) {
            throw new IllegalArgumentException("pages count from 1");
        }
    }

    /// Whether this is the page with that number of that file.
    public boolean isAt(Path otherFile, int otherPage) {
        return file.equals(otherFile) && page == otherPage;
    }
}
