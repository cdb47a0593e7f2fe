package org.fumikura.rag.eval.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How often each run of `n` tokens occurs in a text.
record NGrams(Map<List<String>, Integer> counts) {
    static NGrams of(List<String> tokens, int n) {
        var counts = new HashMap<List<String>, Integer>();
        for (int from = 0; from + n <= tokens.size(); from++) {
            counts.merge(List.copyOf(tokens.subList(from, from + n)), 1, Integer::sum);
        }
        return new NGrams(counts);
    }

    int total() {
        return counts.values().stream().mapToInt(count -> count).sum();
    }

    /// How many of these are in `other` too, each as often as it is there at the most.
    int shared(NGrams other) {
        return counts.entrySet().stream()
                .mapToInt(e -> Math.min(e.getValue(), other.counts.getOrDefault(e.getKey(), 0)))
                .sum();
    }
}
