package org.fumikura.rag.eval.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/// BLEU with one reference, from 0 to 100: the geometric mean of the shares of runs of one to four
/// tokens that the reference has too, less for brevity.
///
/// Source: K. Papineni and others, "BLEU", ACL 2002; smoothing by halving ("exp") and the order
/// that a single segment reaches ("effective order") as sacrebleu 2.6 does.
///
/// @param tokenizer cuts both texts
public record Bleu(BleuTokenizer tokenizer) implements TextMetric {
    private static final int ORDERS = 4;

    @Override
    public Score of(List<SegmentPair> segments) {
        return score(count(segments), ORDERS);
    }

    @Override
    public Score of(SegmentPair segment) {
        Counts counts = count(List.of(segment));
        int reached = (int) IntStream.of(counts.total).filter(total -> total > 0).count();
        return score(counts, Math.max(reached, 1));
    }

    private Counts count(List<SegmentPair> segments) {
        var counts = new Counts(new int[ORDERS], new int[ORDERS], new int[2]);
        for (SegmentPair segment : segments) {
            List<String> candidate = tokenizer.tokens(segment.candidate());
            List<String> reference = tokenizer.tokens(segment.reference());
            counts.lengths[0] += candidate.size();
            counts.lengths[1] += reference.size();
            for (int n = 1; n <= ORDERS; n++) {
                NGrams written = NGrams.of(candidate, n);
                counts.total[n - 1] += written.total();
                counts.correct[n - 1] += written.shared(NGrams.of(reference, n));
            }
        }
        return counts;
    }

    private static Score score(Counts counts, int orders) {
        double[] precisions = precisions(counts);
        double brevity = brevity(counts.lengths[0], counts.lengths[1]);
        double logs = 0;
        for (int n = 0; n < orders; n++) {
            logs += precisions[n] == 0 ? Double.NEGATIVE_INFINITY : Math.log(precisions[n]);
        }
        boolean any = IntStream.of(counts.correct).anyMatch(correct -> correct > 0);
        var figures = new LinkedHashMap<String, Double>();
        for (int n = 0; n < ORDERS; n++) {
            figures.put("precision_" + (n + 1), precisions[n]);
        }
        figures.put("bp", brevity);
        figures.put("sys_len", (double) counts.lengths[0]);
        figures.put("ref_len", (double) counts.lengths[1]);
        return new Score(any ? brevity * Math.exp(logs / orders) : 0, figures);
    }

    /// In percent; where nothing is right, a half, a quarter and so on of one that would be.
    private static double[] precisions(Counts counts) {
        double[] precisions = new double[ORDERS];
        if (IntStream.of(counts.correct).allMatch(correct -> correct == 0)) {
            return precisions;
        }
        double smoothing = 1;
        for (int n = 0; n < ORDERS && counts.total[n] > 0; n++) {
            if (counts.correct[n] == 0) {
                smoothing *= 2;
                precisions[n] = 100 / (smoothing * counts.total[n]);
            } else {
                precisions[n] = 100.0 * counts.correct[n] / counts.total[n];
            }
        }
        return precisions;
    }

    private static double brevity(int written, int expected) {
        if (written >= expected) {
            return 1;
        }
        return written == 0 ? 0 : Math.exp(1 - (double) expected / written);
    }

    /// Over all segments: right and all runs by order, and the tokens of candidates and references.
    private record Counts(int[] correct, int[] total, int[] lengths) {}
}
