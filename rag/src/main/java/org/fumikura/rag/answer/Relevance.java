package org.fumikura.rag.answer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fumikura.rag.index.ContentTerms;

/// Decides, before anything is generated, whether the passages found can have to do with the
/// question at all. It errs on the side of trying: whether they answer it is seen from the checked
/// answer.
final class Relevance {
    private static final double NEAR = 0.80;
    private static final double SHARED = 0.34;

    /// Passages in another language lie farther away, the right ones hardly less than others
    /// (`docs/decisions/0052-answers-across-languages.md`).
    private static final double NEAR_ACROSS_LANGUAGES = 0.68;

    private final ContentTerms terms;

    Relevance(ContentTerms terms) {
        this.terms = terms;
    }

    /// Whether any passage is near in meaning or shares enough of the question's words.
    boolean isGiven(String question, List<Hit> hits) {
        Set<String> asked = terms.of(question);
        Language language = Language.of(question);
        return hits.stream()
                .anyMatch(hit ->
                        hit.ranked().similarity() >= near(language, hit)
                                || shared(asked, hit) >= SHARED);
    }

    private static double near(Language language, Hit hit) {
        return Language.of(hit.ranked().passage().text()) == language
                ? NEAR
                : NEAR_ACROSS_LANGUAGES;
    }

    private double shared(Set<String> asked, Hit hit) {
        if (asked.isEmpty()) {
            return 0;
        }
        var passage = hit.ranked().passage();
        var found =
                new HashSet<>(
                        terms.of(
                                hit.source().title()
                                        + "\n"
                                        + String.join("\n", passage.headings())
                                        + "\n"
                                        + passage.text()));
        found.retainAll(asked);
        return (double) found.size() / asked.size();
    }
}
