package org.fumikura.inference.gguf;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// Writes a GGUF file, version 3: first what is said about the model, then its tensors, whose data
/// is taken straight from mapped memory. Metadata is kept in memory until [#write(Path)].
public final class GgufWriter {
    private static final int VERSION = 3;
    private static final int ALIGNMENT = 32;

    private final ByteArrayOutputStream metadata = new ByteArrayOutputStream();
    private final List<Tensor> tensors = new ArrayList<>();
    private long pairs;

    /// How a tensor's numbers are stored, with ggml's number for it.
    public enum TensorType {
        /// Four bytes a number.
        F32(0),
        /// Blocks of 32 numbers in 18 bytes.
        Q4_0(2);

        private final int number;

        TensorType(int number) {
            this.number = number;
        }
    }

    private record Tensor(String name, List<Long> shape, TensorType type, MemorySegment data) {}

    /// Adds a text.
    public GgufWriter text(String key, String value) {
        pair(key, GgufValueType.STRING);
        string(metadata, value.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /// Adds a whole number of 32 bits without sign.
    public GgufWriter number(String key, int value) {
        pair(key, GgufValueType.UINT32);
        int32(metadata, value);
        return this;
    }

    /// Adds a number of single precision.
    public GgufWriter real(String key, float value) {
        pair(key, GgufValueType.FLOAT32);
        int32(metadata, Float.floatToRawIntBits(value));
        return this;
    }

    /// Adds a switch that is on.
    public GgufWriter on(String key) {
        return flag(key, 1);
    }

    /// Adds a switch that is off.
    public GgufWriter off(String key) {
        return flag(key, 0);
    }

    private GgufWriter flag(String key, int value) {
        pair(key, GgufValueType.BOOL);
        metadata.write(value);
        return this;
    }

    /// Adds an array of texts, each given as its UTF-8 bytes.
    public GgufWriter texts(String key, List<byte[]> values) {
        array(key, GgufValueType.STRING, values.size());
        values.forEach(value -> string(metadata, value));
        return this;
    }

    /// Adds an array of numbers of single precision.
    public GgufWriter reals(String key, float[] values) {
        array(key, GgufValueType.FLOAT32, values.length);
        for (float value : values) {
            int32(metadata, Float.floatToRawIntBits(value));
        }
        return this;
    }

    /// Adds an array of whole numbers of 32 bits with sign.
    public GgufWriter integers(String key, int[] values) {
        array(key, GgufValueType.INT32, values.length);
        for (int value : values) {
            int32(metadata, value);
        }
        return this;
    }

    /// Adds a tensor.
    ///
    /// @param shape sizes of its dimensions, the one that runs fastest first
    /// @param data its bytes as they are to be stored; must stay valid until the file is written
    public GgufWriter tensor(String name, List<Long> shape, TensorType type, MemorySegment data) {
        tensors.add(new Tensor(name, List.copyOf(shape), type, data));
        return this;
    }

    /// Writes the file anew.
    public void write(Path file) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        header.writeBytes("GGUF".getBytes(StandardCharsets.US_ASCII));
        int32(header, VERSION);
        int64(header, tensors.size());
        int64(header, pairs);
        metadata.writeTo(header);
        long offset = 0;
        for (Tensor tensor : tensors) {
            string(header, tensor.name().getBytes(StandardCharsets.UTF_8));
            int32(header, tensor.shape().size());
            tensor.shape().forEach(size -> int64(header, size));
            int32(header, tensor.type().number);
            int64(header, offset);
            offset = aligned(offset + tensor.data().byteSize());
        }
        try (FileChannel channel =
                        FileChannel.open(
                                file,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.TRUNCATE_EXISTING,
                                StandardOpenOption.WRITE);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
            header.writeTo(out);
            pad(out, header.size());
            for (Tensor tensor : tensors) {
                out.flush();
                ByteBuffer data = tensor.data().asByteBuffer();
                while (data.hasRemaining()) {
                    channel.write(data);
                }
                pad(out, tensor.data().byteSize());
            }
        }
    }

    private static long aligned(long size) {
        return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    private static void pad(OutputStream out, long size) throws IOException {
        out.write(new byte[(int) (aligned(size) - size)]);
    }

    private void pair(String key, GgufValueType type) {
        pairs++;
        string(metadata, key.getBytes(StandardCharsets.UTF_8));
        int32(metadata, type.ordinal());
    }

    private void array(String key, GgufValueType type, int size) {
        pair(key, GgufValueType.ARRAY);
        int32(metadata, type.ordinal());
        int64(metadata, size);
    }

    private static void string(OutputStream out, byte[] utf8) {
        int64(out, utf8.length);
        bytes(out, ByteBuffer.wrap(utf8));
    }

    private static void int32(OutputStream out, int value) {
        bytes(out, ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(0, value));
    }

    private static void int64(OutputStream out, long value) {
        bytes(out, ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, value));
    }

    private static void bytes(OutputStream out, ByteBuffer buffer) {
        try {
            out.write(buffer.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
