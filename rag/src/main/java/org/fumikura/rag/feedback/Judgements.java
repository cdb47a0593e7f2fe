package org.fumikura.rag.feedback;

import java.util.List;

/// All that a person said of answers.
///
/// @param thumbs on answers of conversations
/// @param comparisons of two answers to one question
public record Judgements(List<FeedbackBook.Entry> thumbs, List<Comparison> comparisons) {
    public Judgements {
        thumbs = List.copyOf(thumbs);
        comparisons = List.copyOf(comparisons);
    }
}
