package org.fumikura.rag.answer;

/// Probabilities as the logarithm of their odds, and back.
final class LogOdds {
    private static final double SMALLEST = 1e-4;

    private LogOdds() {}

    /// Of a probability from 0 to 1; the ends are taken for a little less.
    static double of(double probability) {
        double inside = Math.clamp(probability, SMALLEST, 1 - SMALLEST);
        return Math.log(inside / (1 - inside));
    }

    static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    /// `probability` with `by` added to its log odds: itself if that is 0.
    static double shifted(double probability, double by) {
        double factor = Math.exp(by);
        return probability * factor / (probability * factor + 1 - probability);
    }
}
