package org.fumikura.rag.eval.text;

import java.util.List;

/// chrF2, from 0 to 100: precision and recall of runs of one to six characters, white space left
/// out, recall weighing twice as much.
///
/// Source: M. Popović, "chrF", WMT 2015; averages over the orders that both texts reach, as
/// sacrebleu 2.6 does.
public final class ChrF implements TextMetric {
    private static final int ORDERS = 6;
    private static final double BETA_SQUARED = 4;

    @Override
    public Score of(List<SegmentPair> segments) {
        int[] written = new int[ORDERS];
        int[] expected = new int[ORDERS];
        int[] shared = new int[ORDERS];
        for (SegmentPair segment : segments) {
            List<String> candidate = BleuTokenizer.CHARACTERS.tokens(segment.candidate());
            List<String> reference = BleuTokenizer.CHARACTERS.tokens(segment.reference());
            for (int n = 1; n <= ORDERS; n++) {
                NGrams of = NGrams.of(candidate, n);
                NGrams to = NGrams.of(reference, n);
                // What has nothing to be compared with is not held against the candidate.
                written[n - 1] += to.counts().isEmpty() ? 0 : of.total();
                expected[n - 1] += to.total();
                shared[n - 1] += of.shared(to);
            }
        }
        return Score.of(100 * f(written, expected, shared));
    }

    private static double f(int[] written, int[] expected, int[] shared) {
        double precision = 0;
        double recall = 0;
        int orders = 0;
        for (int n = 0; n < ORDERS; n++) {
            if (written[n] > 0 && expected[n] > 0) {
                precision += (double) shared[n] / written[n];
                recall += (double) shared[n] / expected[n];
                orders++;
            }
        }
        if (precision + recall == 0) {
            return 0;
        }
        return (1 + BETA_SQUARED)
                * precision
                * recall
                / (BETA_SQUARED * precision + recall)
                / orders;
    }
}
