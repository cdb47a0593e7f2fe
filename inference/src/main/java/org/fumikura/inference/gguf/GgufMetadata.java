package org.fumikura.inference.gguf;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What a file says about its model, by name.
final class GgufMetadata {
    private final Map<String, Object> values = new HashMap<>();

    void put(String key, Object value) {
        values.put(key, value);
    }

    Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key) instanceof String text ? text : null);
    }

    /// The number; of a list, one a layer, the largest.
    long number(String key, long otherwise) {
        Object value = values.get(key);
        if (value instanceof GgufReader.Numbers list) {
            return list.values().stream().mapToLong(Long::longValue).max().orElse(otherwise);
        }
        return value instanceof Long number ? number : otherwise;
    }

    /// The sum of a number over all layers, whether the file gives it once or for each.
    long sumOverLayers(String key, long layers, long otherwise) {
        Object value = values.get(key);
        if (value instanceof GgufReader.Numbers list && !list.values().isEmpty()) {
            return list.values().stream().mapToLong(Long::longValue).sum();
        }
        return Math.multiplyExact(layers, number(key, otherwise));
    }

    /// How many elements a list has.
    long count(String key) {
        return values.get(key) instanceof GgufReader.Numbers list ? list.count() : 0;
    }
}
