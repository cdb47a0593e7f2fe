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

    private final ContentTerms terms;

    Relevance(ContentTerms terms) {
        this.terms = terms;
    }

    /// Whether any passage is near in meaning or shares enough of the question's words.
    boolean isGiven(String question, List<Hit> hits) {
        Set<String> asked = terms.of(question);
        return hits.stream()
                .anyMatch(hit -> hit.ranked().similarity() >= NEAR || shared(asked, hit) >= SHARED);
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
