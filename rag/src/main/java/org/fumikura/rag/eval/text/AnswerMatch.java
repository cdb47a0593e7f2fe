package org.fumikura.rag.eval.text;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fumikura.rag.eval.text.Overlap.Tokens;

/// An answer beside one that is right. Tokens are taken as [OverlapF1] takes them.
///
/// @param contained whether the answer contains the right one, token by token
/// @param f1 of their shared tokens
public record AnswerMatch(boolean contained, double f1) {
    /// The match with the most similar of the right answers; empty if there are none.
    public static Optional<AnswerMatch> best(List<String> right, String answer) {
        return right.stream()
                .map(one -> of(one, answer))
                .max(
                        Comparator.comparing(AnswerMatch::contained)
                                .thenComparingDouble(AnswerMatch::f1));
    }

    private static AnswerMatch of(String right, String answer) {
        Tokens tokens = Tokens.of(right + answer);
        List<String> expected = tokens.in(right);
        boolean contained =
                !expected.isEmpty() && Collections.indexOfSubList(tokens.in(answer), expected) >= 0;
        double f1 = new OverlapF1().of(new SegmentPair(right, answer)).value();
        return new AnswerMatch(contained, f1);
    }
}
