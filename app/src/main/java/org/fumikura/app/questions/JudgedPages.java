package org.fumikura.app.questions;

import org.fumikura.rag.answer.Citation;
import org.fumikura.rag.answer.Hit;
import org.fumikura.rag.feedback.JudgedPage;
import org.fumikura.rag.feedback.JudgedPage.Verdict;

/// Pages as they are judged: by words enough to find them again.
public final class JudgedPages {
    private static final int QUOTE = 200;

    private JudgedPages() {}

    /// The page of a passage found.
    public static JudgedPage of(Hit hit) {
        var passage = hit.ranked().passage();
        return new JudgedPage(
                hit.source().path(), passage.page(), shortened(passage.text()), Verdict.RIGHT);
    }

    /// The page of a citation.
    public static JudgedPage of(Citation citation) {
        return new JudgedPage(
                citation.file(), citation.page(), shortened(citation.quote()), Verdict.RIGHT);
    }

    private static String shortened(String text) {
        String quote = text.strip();
        return quote.length() <= QUOTE ? quote : quote.substring(0, QUOTE);
    }
}
