package org.fumikura.rag.eval.text;

import java.util.List;
import org.fumikura.rag.eval.text.Overlap.Tokens;

/// F1 of shared tokens, from 0 to 1, mean over segments: by words where the reference is English,
/// by characters where it is Japanese. Two texts without any token are alike.
///
/// Source: P. Rajpurkar and others, "SQuAD", EMNLP 2016; by characters as in JSQuAD (K. Kurihara
/// and others, LREC 2022).
public final class OverlapF1 implements TextMetric {
    @Override
    public Score of(List<SegmentPair> segments) {
        return Score.of(segments.stream().mapToDouble(OverlapF1::f1).average().orElse(0));
    }

    private static double f1(SegmentPair pair) {
        Tokens tokens = Tokens.of(pair.reference() + pair.candidate());
        List<String> written = tokens.in(pair.candidate());
        List<String> expected = tokens.in(pair.reference());
        if (written.isEmpty() && expected.isEmpty()) {
            return 1;
        }
        int shared = NGrams.of(written, 1).shared(NGrams.of(expected, 1));
        return new Overlap(shared, written.size(), expected.size()).f1();
    }
}
