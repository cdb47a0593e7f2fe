package org.fumikura.rag.task;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/// Plans what a model reads at once.
final class Parts {
    private Parts() {}

    /// Neighbours together up to a size; what is larger by itself stands alone.
    ///
    /// @param tokens the size of one
    /// @param budget what no part of several exceeds
    static <T> List<List<T>> of(List<T> all, ToIntFunction<T> tokens, int budget) {
        var parts = new ArrayList<List<T>>();
        var current = new ArrayList<T>();
        int filled = 0;
        for (T each : all) {
            int size = tokens.applyAsInt(each);
            if (!current.isEmpty() && filled + size > budget) {
                parts.add(List.copyOf(current));
                current.clear();
                filled = 0;
            }
            current.add(each);
            filled += size;
        }
        if (!current.isEmpty()) {
            parts.add(List.copyOf(current));
        }
        return parts;
    }
}
