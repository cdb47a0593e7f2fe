package org.fumikura.inference.ffm;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// The tokens a sampler chooses from, in memory that is reused from token to token.
final class Candidates {
    private static final int FIELDS = 3;
    private static final long NONE = -1;

    private final int[] numbers;
    private final MemorySegment data;
    private final MemorySegment array;

    /// @param vocabulary number of the model's tokens
    Candidates(int vocabulary, Arena arena) {
        numbers = new int[vocabulary * FIELDS];
        data = arena.allocate(JAVA_INT, numbers.length);
        array = arena.allocate(Struct.TOKEN_DATA_ARRAY.layout());
    }

    /// All tokens with their logits.
    MemorySegment all(float[] logits) {
        for (int token = 0, at = 0; token < logits.length; token++, at += FIELDS) {
            numbers[at] = token;
            numbers[at + 1] = Float.floatToRawIntBits(logits[token]);
        }
        return hold(logits.length);
    }

    /// One token alone.
    MemorySegment only(int token) {
        numbers[0] = token;
        numbers[1] = Float.floatToRawIntBits(1);
        return hold(1);
    }

    private MemorySegment hold(int count) {
        MemorySegment.copy(numbers, 0, data, JAVA_INT, 0, count * FIELDS);
        Struct.TOKEN_DATA_ARRAY.set(array, "data", data);
        Struct.TOKEN_DATA_ARRAY.set(array, "size", (long) count);
        Struct.TOKEN_DATA_ARRAY.set(array, "selected", NONE);
        Struct.TOKEN_DATA_ARRAY.off(array, "sorted");
        return array;
    }

    /// Takes back what samplers left of all tokens' logits; those taken out are impossible.
    void readInto(float[] logits) {
        Arrays.fill(logits, Float.NEGATIVE_INFINITY);
        int count = (int) Struct.TOKEN_DATA_ARRAY.whole(array, "size");
        MemorySegment.copy(data, JAVA_INT, 0, numbers, 0, count * FIELDS);
        for (int i = 0, at = 0; i < count; i++, at += FIELDS) {
            logits[numbers[at]] = Float.intBitsToFloat(numbers[at + 1]);
        }
    }

    /// Whether the token held alone is still possible.
    boolean possible() {
        return data.getAtIndex(JAVA_FLOAT, 1) > Float.NEGATIVE_INFINITY;
    }

    /// The token that the last sampler of a chain selected.
    int selected() {
        long index = Struct.TOKEN_DATA_ARRAY.whole(array, "selected");
        if (index < 0 || index >= Struct.TOKEN_DATA_ARRAY.whole(array, "size")) {
            throw new IllegalStateException("nothing selected");
        }
        return data.getAtIndex(JAVA_INT, index * FIELDS);
    }
}
