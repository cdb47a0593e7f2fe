package org.fumikura.inference.ffm;

/// Probabilities from logits.
final class Softmax {
    private Softmax() {}

    /// The logarithm of the sum of the exponentials: a logit minus this is its log-probability.
    static double logSum(float[] logits) {
        double highest = logits[TokenChoice.likeliest(logits)];
        double sum = 0;
        for (float logit : logits) {
            // Below this an exponential adds nothing to a sum of at least 1.
            double distance = logit - highest;
            if (distance > -40) {
                sum += Math.exp(distance);
            }
        }
        return highest + Math.log(sum);
    }
}
