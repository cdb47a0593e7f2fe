package org.fumikura.rag.eval;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fumikura.rag.Document;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Page;
import org.fumikura.rag.feedback.JudgedPage;
import org.fumikura.rag.feedback.JudgedPage.Verdict;
import org.fumikura.rag.feedback.JudgedQuestion;
import org.fumikura.rag.index.SearchText;
import org.fumikura.rag.library.LibraryContents;
import org.fumikura.rag.library.LibraryFile;

/// Judged pages as they stand in the library now: by the document that the file holds, on the page
/// where the words are.
final class GoldPages {
    private final LibraryContents contents;
    private final Map<Path, Optional<Document>> documents = new HashMap<>();

    /// @param contents borrowed
    GoldPages(LibraryContents contents) {
        this.contents = contents;
    }

    /// What [RankingMetrics] takes as the grades of a question: 1 for each right page that is in
    /// the library; empty if none is.
    Map<String, Integer> grades(JudgedQuestion question) {
        Map<String, Integer> grades = new HashMap<>();
        question.pages().stream()
                .filter(judged -> judged.verdict() == Verdict.RIGHT)
                .flatMap(judged -> key(judged).stream())
                .forEach(key -> grades.put(key, 1));
        return grades;
    }

    /// What names a page in rankings and grades.
    static String key(DocumentId document, int page) {
        return document.sha256() + "#" + page;
    }

    private Optional<String> key(JudgedPage judged) {
        return documents
                .computeIfAbsent(judged.file(), this::document)
                .map(document -> key(document.id(), page(judged, document)));
    }

    private Optional<Document> document(Path file) {
        return contents.files(List.of(file)).stream()
                .filter(found -> found.path().equals(file))
                .map(LibraryFile::document)
                .flatMap(Optional::stream)
                .findFirst()
                .flatMap(contents::document);
    }

    /// Where the words are now: on the same page, or else on the first that has them; the same page
    /// if none has.
    private static int page(JudgedPage judged, Document document) {
        String quote = SearchText.letters(judged.quote());
        if (quote.isEmpty()) {
            return judged.page();
        }
        Stream<Page> same = document.pages().stream().filter(p -> p.number() == judged.page());
        return Stream.concat(same, document.pages().stream())
                .filter(page -> SearchText.letters(page.span().of(document.text())).contains(quote))
                .map(Page::number)
                .findFirst()
                .orElse(judged.page());
    }
}
