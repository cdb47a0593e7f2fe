package org.fumikura.rag.feedback;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fumikura.rag.feedback.JudgedPage.Verdict;

/// A question, as it is typed into search, and the pages that were judged for it.
///
/// @param pages in path and page order
public record JudgedQuestion(long id, String text, List<JudgedPage> pages) {
    public JudgedQuestion {
        pages = List.copyOf(pages);
    }

    /// What was said of a page, if anything was.
    public Optional<Verdict> verdict(Path file, int page) {
        return pages.stream()
                .filter(judged -> judged.isAt(file, page))
                .map(JudgedPage::verdict)
                .findFirst();
    }

    /// Whether some page is right for it: only then can a search find the right one.
    public boolean hasRightPage() {
        return pages.stream().anyMatch(judged -> judged.verdict() == Verdict.RIGHT);
    }
}
