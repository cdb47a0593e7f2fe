package org.fumikura.inference.gguf;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads GGUF's little-endian values one after another from a mapped file. What does not fit the
/// file throws [IndexOutOfBoundsException], [IllegalArgumentException] or [ArithmeticException].
final class GgufReader {
    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /// Longest string kept or key believed: a broken length must not become a huge array.
    private static final long LONGEST = 1 << 24;

    /// Longest array of numbers kept: one number a layer, not one a token.
    private static final long MOST_NUMBERS = 1 << 12;

    /// A vocabulary has more of them.
    private static final long MOST_TEXTS = 64;

    private static final int MOST_DIMENSIONS = 8;

    private final MemorySegment bytes;
    private long position;

    GgufReader(MemorySegment bytes) {
        this.bytes = bytes;
    }

    long position() {
        return position;
    }

    int int32() {
        int value = bytes.get(INT, position);
        position += Integer.BYTES;
        return value;
    }

    long int64() {
        long value = bytes.get(LONG, position);
        position += Long.BYTES;
        return value;
    }

    String string() {
        long length = int64();
        if (length < 0 || length > LONGEST) {
            throw new IllegalArgumentException("string of " + length + " bytes");
        }
        byte[] text = bytes.asSlice(position, length).toArray(ValueLayout.JAVA_BYTE);
        position += length;
        return new String(text, StandardCharsets.UTF_8);
    }

    /// The next value: a [String], a [Long], a [Boolean], or an array's [Numbers]; anything else is
    /// passed over.
    Optional<Object> value(GgufValueType type) {
        return switch (type) {
            case STRING -> Optional.of(string());
            case BOOL -> Optional.of(int8() != 0);
            case ARRAY -> Optional.of(array());
            case UINT8, INT8, UINT16, INT16, UINT32, INT32, UINT64, INT64 ->
                    Optional.of(wholeNumber(type));
            case FLOAT32, FLOAT64 -> {
                skip(type.bytes());
                yield Optional.empty();
            }
        };
    }

    private byte int8() {
        byte value = bytes.get(ValueLayout.JAVA_BYTE, position);
        position += Byte.BYTES;
        return value;
    }

    private long wholeNumber(GgufValueType type) {
        return switch (type.bytes()) {
            case Byte.BYTES -> int8();
            case Short.BYTES -> (int8() & 0xff) | int8() << Byte.SIZE;
            case Integer.BYTES -> int32();
            default -> int64();
        };
    }

    private Values array() {
        GgufValueType type = GgufValueType.of(int32());
        long count = int64();
        if (count < 0) {
            throw new IllegalArgumentException("array of " + count);
        }
        switch (type) {
            case STRING -> {
                if (count <= MOST_TEXTS) {
                    List<String> texts = new ArrayList<>();
                    for (long i = 0; i < count; i++) {
                        texts.add(string());
                    }
                    return new Values(count, List.of(), texts);
                }
                for (long i = 0; i < count; i++) {
                    skip(int64());
                }
            }
            case ARRAY -> throw new IllegalArgumentException("array of arrays");
            case UINT32, INT32, UINT64, INT64 -> {
                if (count <= MOST_NUMBERS) {
                    List<Long> numbers = new ArrayList<>();
                    for (long i = 0; i < count; i++) {
                        numbers.add(wholeNumber(type));
                    }
                    return new Values(count, numbers, List.of());
                }
                skip(Math.multiplyExact(count, (long) type.bytes()));
            }
            default -> skip(Math.multiplyExact(count, (long) type.bytes()));
        }
        return new Values(count, List.of(), List.of());
    }

    /// An array.
    ///
    /// @param count how many elements it has
    /// @param numbers the elements, if they are few whole numbers, else none
    /// @param texts the elements, if they are few texts, else none
    record Values(long count, List<Long> numbers, List<String> texts) {
        Values {
            numbers = List.copyOf(numbers);
            texts = List.copyOf(texts);
        }
    }

    /// Reads one tensor's description.
    ///
    /// @return where its data ends in the data section
    long tensorEnd() {
        string();
        int dimensions = int32();
        if (dimensions < 0 || dimensions > MOST_DIMENSIONS) {
            throw new IllegalArgumentException("tensor of " + dimensions + " dimensions");
        }
        long numbers = 1;
        for (int i = 0; i < dimensions; i++) {
            numbers = Math.multiplyExact(numbers, int64());
        }
        long size = GgmlType.bytes(int32(), numbers);
        long offset = int64();
        if (numbers < 0 || offset < 0) {
            throw new IllegalArgumentException("tensor at " + offset);
        }
        return Math.addExact(offset, size);
    }

    private void skip(long count) {
        if (count < 0 || count > bytes.byteSize() - position) {
            throw new IndexOutOfBoundsException(count);
        }
        position += count;
    }
}
