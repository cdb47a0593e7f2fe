package org.fumikura.rag.eval;

import java.util.List;

/// How values spread.
public final class Percentile {
    private Percentile() {}

    /// The value that `share` of the values do not pass; 0 without values.
    public static double of(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
