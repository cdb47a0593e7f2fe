package org.fumikura.inference.gguf;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Reads GGUF's little-endian values one after another from a mapped file. What does not fit the
/// file throws [IndexOutOfBoundsException] or [IllegalArgumentException].
final class GgufReader {
    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /// Longest string kept or key believed: a broken length must not become a huge array.
    private static final long LONGEST = 1 << 24;

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

    /// The next value if it is a whole number or text; anything else is passed over.
    Optional<Object> value(GgufValueType type) {
        return switch (type) {
            case STRING -> Optional.of(string());
            case UINT32, INT32 -> Optional.of(int32());
            case UINT64, INT64 -> Optional.of(int64());
            case ARRAY -> {
                skipArray();
                yield Optional.empty();
            }
            case UINT8, INT8, UINT16, INT16, FLOAT32, BOOL, FLOAT64 -> {
                skip(type.bytes());
                yield Optional.empty();
            }
        };
    }

    private void skipArray() {
        GgufValueType type = GgufValueType.of(int32());
        long count = int64();
        switch (type) {
            case STRING -> {
                for (long i = 0; i < count; i++) {
                    skip(int64());
                }
            }
            case ARRAY -> throw new IllegalArgumentException("array of arrays");
            default -> skip(Math.multiplyExact(count, (long) type.bytes()));
        }
    }

    /// Reads one tensor's description; its data's offset in the data section is returned.
    long tensorOffset() {
        string();
        int dimensions = int32();
        skip(Math.multiplyExact((long) dimensions, (long) Long.BYTES) + Integer.BYTES);
        return int64();
    }

    private void skip(long count) {
        if (count < 0 || count > bytes.byteSize() - position) {
            throw new IndexOutOfBoundsException(count);
        }
        position += count;
    }
}
