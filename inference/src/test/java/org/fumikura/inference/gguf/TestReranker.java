package org.fumikura.inference.gguf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/// Makes a reranker of an embedder, or a model of entailment: the same network with a head that
/// makes numbers of the first token, and a header that says so. What it scores means nothing, but
/// it goes the way of a real one.
public final class TestReranker {
    private static final int ALIGNMENT = 32;
    private static final int RANK_POOLING = 4;
    private static final int WIDTH = 384;
    private static final int F32 = 0;
    private static final int STRING = 8;
    private static final int ARRAY = 9;

    private TestReranker() {}

    /// Writes the reranker and returns its file.
    ///
    /// @param embedder a BERT of width 384 whose header says how it pools
    public static Path write(Path embedder, Path file) throws IOException {
        return write(embedder, file, List.of());
    }

    /// The same with a number for each of `labels`, or one where there are none.
    public static Path write(Path embedder, Path file, List<String> labels) throws IOException {
        int outputs = Math.max(1, labels.size());
        byte[] all = Files.readAllBytes(embedder);
        int pooling;
        int pairsEnd;
        int tensorsEnd;
        long tensors;
        long pairs;
        try (FileChannel channel = FileChannel.open(embedder, StandardOpenOption.READ);
                Arena arena = Arena.ofConfined()) {
            MemorySegment bytes =
                    channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            var in = new GgufReader(bytes);
            in.int32();
            in.int32();
            tensors = in.int64();
            pairs = in.int64();
            pooling = -1;
            for (long i = 0; i < pairs; i++) {
                String key = in.string();
                GgufValueType type = GgufValueType.of(in.int32());
                if (key.equals("bert.pooling_type")) {
                    pooling = (int) in.position();
                }
                in.value(type);
            }
            pairsEnd = (int) in.position();
            for (long i = 0; i < tensors; i++) {
                in.tensorEnd();
            }
            tensorsEnd = (int) in.position();
        }
        if (pooling < 0) {
            throw new IllegalArgumentException("no pooling in " + embedder);
        }
        put(all, pooling, RANK_POOLING);
        byte[] data = Arrays.copyOfRange(all, aligned(tensorsEnd), all.length);
        ByteBuffer.wrap(all)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(8, tensors + 1)
                .putLong(16, pairs + (labels.isEmpty() ? 0 : 1));
        var out = new ByteArrayOutputStream();
        out.write(all, 0, pairsEnd);
        if (!labels.isEmpty()) {
            out.write(list("bert.classifier.output_labels", labels));
        }
        out.write(all, pairsEnd, tensorsEnd - pairsEnd);
        out.write(description("cls.output.weight", aligned(data.length), outputs));
        out.write(new byte[aligned(out.size()) - out.size()]);
        out.write(Arrays.copyOf(data, aligned(data.length)));
        out.write(weights(outputs));
        Files.write(file, out.toByteArray());
        return file;
    }

    private static void put(byte[] bytes, int at, int value) {
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
    }

    private static byte[] description(String name, int offset, int outputs) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + utf8.length + 4 + 16 + 4 + 8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(utf8.length)
                .put(utf8)
                .putInt(2)
                .putLong(WIDTH)
                .putLong(outputs)
                .putInt(F32)
                .putLong(offset)
                .array();
    }

    private static byte[] list(String key, List<String> texts) {
        ByteBuffer list = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);
        text(list, key);
        list.putInt(ARRAY).putInt(STRING).putLong(texts.size());
        texts.forEach(each -> text(list, each));
        return Arrays.copyOf(list.array(), list.position());
    }

    private static void text(ByteBuffer into, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        into.putLong(utf8.length).put(utf8);
    }

    private static byte[] weights(int outputs) {
        ByteBuffer weights =
                ByteBuffer.allocate(WIDTH * outputs * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < WIDTH * outputs; i++) {
            weights.putFloat((float) Math.sin(0.7 * i));
        }
        return weights.array();
    }

    private static int aligned(int size) {
        return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
}
