package org.fumikura.inference.engine;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.List;
import org.fumikura.inference.gguf.GgufWriter;
import org.fumikura.inference.gguf.GgufWriter.TensorType;

/// A LoRA adapter for the small chat model, made of a fixed pattern of numbers: enough to change
/// what it says.
final class TestAdapter {
    private static final int RANK = 4;
    private static final long WIDTH = 576;
    private static final int LAYERS = 30;

    private TestAdapter() {}

    static Path write(Path file) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            GgufWriter adapter =
                    new GgufWriter()
                            .text("general.architecture", "llama")
                            .text("general.type", "adapter")
                            .text("adapter.type", "lora")
                            .real("adapter.lora.alpha", 8);
            for (int layer = 0; layer < LAYERS; layer += 3) {
                String name = "blk." + layer + ".attn_q.weight";
                adapter.tensor(
                        name + ".lora_a",
                        List.of(WIDTH, (long) RANK),
                        TensorType.F32,
                        numbers(arena, layer));
                adapter.tensor(
                        name + ".lora_b",
                        List.of((long) RANK, WIDTH),
                        TensorType.F32,
                        numbers(arena, layer + 1));
            }
            adapter.write(file);
        }
        return file;
    }

    private static MemorySegment numbers(Arena arena, int shift) {
        MemorySegment numbers = arena.allocate(ValueLayout.JAVA_FLOAT, WIDTH * RANK);
        for (int i = 0; i < WIDTH * RANK; i++) {
            numbers.setAtIndex(
                    ValueLayout.JAVA_FLOAT, i, (float) Math.sin(0.37 * i + shift) * 0.3f);
        }
        return numbers;
    }
}
