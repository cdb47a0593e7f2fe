package org.fumikura.rag.eval.text;

import java.util.List;
import org.fumikura.rag.eval.text.Overlap.Tokens;

/// Accuracy: the share of segments that say the same as their reference, from 0 to 1. Case, width,
/// punctuation and English articles do not count, as in SQuAD's exact match.
public final class ExactMatch implements TextMetric {
    @Override
    public Score of(List<SegmentPair> segments) {
        return Score.of(segments.stream().mapToInt(pair -> same(pair) ? 1 : 0).average().orElse(0));
    }

    private static boolean same(SegmentPair pair) {
        Tokens tokens = Tokens.of(pair.reference());
        return tokens.in(pair.candidate()).equals(tokens.in(pair.reference()));
    }
}
