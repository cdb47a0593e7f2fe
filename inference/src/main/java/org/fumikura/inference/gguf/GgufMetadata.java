package org.fumikura.inference.gguf;

import java.util.HashMap;
import java.util.List;
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
        if (value instanceof GgufReader.Values list) {
            return list.numbers().stream().mapToLong(Long::longValue).max().orElse(otherwise);
        }
        return value instanceof Long number ? number : otherwise;
    }

    /// The sum of a number over all layers, whether the file gives it once or for each.
    long sumOverLayers(String key, long layers, long otherwise) {
        Object value = values.get(key);
        if (value instanceof GgufReader.Values list && !list.numbers().isEmpty()) {
            return list.numbers().stream().mapToLong(Long::longValue).sum();
        }
        return Math.multiplyExact(layers, number(key, otherwise));
    }

    /// How many elements a list has.
    long count(String key) {
        return values.get(key) instanceof GgufReader.Values list ? list.count() : 0;
    }

    /// The texts of a short list; none if there is no such list.
    List<String> texts(String key) {
        return values.get(key) instanceof GgufReader.Values list ? list.texts() : List.of();
    }
}
