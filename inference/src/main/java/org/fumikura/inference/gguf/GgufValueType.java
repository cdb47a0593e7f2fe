package org.fumikura.inference.gguf;

/// The types of metadata values; a constant's ordinal is its number in the file.
enum GgufValueType {
    UINT8(1),
    INT8(1),
    UINT16(2),
    INT16(2),
    UINT32(4),
    INT32(4),
    FLOAT32(4),
    BOOL(1),
    STRING(0),
    ARRAY(0),
    UINT64(8),
    INT64(8),
    FLOAT64(8);

    private static final GgufValueType[] BY_NUMBER = values();

    private final int bytes;

    GgufValueType(int bytes) {
        this.bytes = bytes;
    }

    /// Bytes of one value; 0 where it varies.
    int bytes() {
        return bytes;
    }

    /// @throws IllegalArgumentException if there is no such type
    static GgufValueType of(int number) {
        if (number < 0 || number >= BY_NUMBER.length) {
            throw new IllegalArgumentException("value type " + number);
        }
        return BY_NUMBER[number];
    }
}
