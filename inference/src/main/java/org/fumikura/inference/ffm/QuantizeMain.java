package org.fumikura.inference.ffm;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import org.fumikura.inference.engine.Quantizer;
import org.fumikura.inference.engine.RuntimeUnusableException;

/// A process that stores a model's weights in a smaller form and ends. It exits with 0 when the new
/// file is whole, with [Quantizer#FAILED] when llama.cpp refused, with [Quantizer#UNUSABLE] when
/// its libraries cannot be used; whatever native code does to it costs this process alone.
public final class QuantizeMain {
    private static final int ALL_CORES = 0;

    /// Rows held in memory at once: a quarter of what llama.cpp would take.
    private static final long MOST_BUFFERED = 2L << 30;

    private QuantizeMain() {}

    /// @param args the runtime's folder, the model's file, the new file, the number of the new form
    public static void main(String[] args) {
        Thread.ofPlatform().daemon().start(QuantizeMain::endWithTheParent);
        int code = Quantizer.UNUSABLE;
        try {
            LlamaApi api = LlamaLibrary.open(Path.of(args[0])).api();
            code =
                    quantize(api, args[1], args[2], Integer.parseInt(args[3])) == 0
                            ? 0
                            : Quantizer.FAILED;
        } catch (RuntimeUnusableException told) {
            code = Quantizer.UNUSABLE;
        } finally {
            // Not exit: native destructors are where libraries hang.
            Runtime.getRuntime().halt(code);
        }
    }

    /// The parent holds the other end of standard input: it closes with it.
    private static void endWithTheParent() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is ever sent.
            }
        } catch (IOException gone) {
            // As good as closed.
        }
        Runtime.getRuntime().halt(Quantizer.FAILED);
    }

    private static int quantize(LlamaApi api, String from, String to, int form) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment parameters = api.llamaModelQuantizeDefaultParams(arena);
            Struct struct = Struct.QUANTIZE_PARAMS;
            struct.set(parameters, "nthread", ALL_CORES);
            struct.set(parameters, "ftype", form);
            struct.on(parameters, "allow_requantize");
            struct.set(parameters, "max_buf_size", MOST_BUFFERED);
            return api.llamaModelQuantize(
                    arena.allocateFrom(from), arena.allocateFrom(to), parameters);
        }
    }
}
