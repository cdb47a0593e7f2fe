package org.fumikura.rag.eval.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// How surprised a model is by a text: e to the mean of its tokens' negative log-probabilities. 1
/// is no surprise at all.
///
/// @param logProbability natural logarithm of the whole text's probability
/// @param tokens how many tokens the text has
public record Perplexity(double logProbability, long tokens) {
    private static final Pattern SPACE = Pattern.compile("[\\s,\\[\\]]+");

    /// The perplexity; 1 of nothing.
    public double value() {
        return tokens == 0 ? 1 : Math.exp(-logProbability / tokens);
    }

    /// Both texts together.
    public Perplexity plus(Perplexity other) {
        return new Perplexity(logProbability + other.logProbability, tokens + other.tokens);
    }

    /// Of lines that hold their tokens' log-probabilities instead of text, natural logarithms with
    /// spaces or commas between them; empty if any line holds anything else.
    public static Optional<Perplexity> ofLogProbabilities(List<String> lines) {
        double sum = 0;
        long tokens = 0;
        for (String line : lines) {
            for (String number : SPACE.split(line)) {
                if (number.isEmpty()) {
                    continue;
                }
                try {
                    double value = Double.parseDouble(number);
                    if (!(value <= 0)) {
                        return Optional.empty();
                    }
                    sum += value;
                    tokens++;
                } catch (NumberFormatException text) {
                    return Optional.empty();
                }
            }
        }
        return tokens == 0 ? Optional.empty() : Optional.of(new Perplexity(sum, tokens));
    }
}
