package org.fumikura.inference.engine;

import java.util.List;

/// How the next token is chosen and when to end.
///
/// @param maxTokens most tokens to generate
/// @param temperature 0 takes the likeliest token always
/// @param topP cut of the distribution's tail, 1 for none
/// @param topK most candidates, 0 for all
/// @param stops strings that end the answer and are not part of it
public record Sampling(
        int maxTokens, double temperature, double topP, int topK, List<String> stops) {
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
}
