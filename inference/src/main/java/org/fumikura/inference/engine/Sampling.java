package org.fumikura.inference.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the next token is chosen and when to end.
///
/// @param maxTokens most tokens to generate
/// @param temperature 0 takes the likeliest token always
/// @param topP cut of the distribution's tail, 1 for none
/// @param topK most candidates, 0 for all
/// @param stops strings that end the answer and are not part of it
/// @param grammar GBNF rules, `root` first, that the answer must follow, if any
/// @param drafting whether next tokens are guessed
public record Sampling(
        int maxTokens,
        double temperature,
        double topP,
        int topK,
        List<String> stops,
        @Nullable String grammar,
        Drafting drafting) {
    public Sampling {
        stops = List.copyOf(stops);
        if (maxTokens < 1 || temperature < 0 || topP <= 0 || topP > 1 || topK < 0) {
            throw new IllegalArgumentException(
                    "max tokens "
                            + maxTokens
                            + ", temperature "
                            + temperature
                            + ", top p "
                            + topP
                            + ", top k "
                            + topK);
        }
    }

    /// The likeliest tokens, one a step.
    public static Sampling greedy(int maxTokens) {
        return new Sampling(maxTokens, 0, 1, 0, List.of(), null, Drafting.NONE);
    }

    /// The same within a grammar.
    public Sampling within(String gbnf) {
        return new Sampling(maxTokens, temperature, topP, topK, stops, gbnf, drafting);
    }

    /// The same with guesses.
    public Sampling drafting(Drafting kind) {
        return new Sampling(maxTokens, temperature, topP, topK, stops, grammar, kind);
    }
}
