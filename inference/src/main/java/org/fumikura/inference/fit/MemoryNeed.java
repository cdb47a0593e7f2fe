package org.fumikura.inference.fit;

import org.fumikura.inference.gguf.GgufHeader;
import org.fumikura.inference.gguf.GgufShape;

/// Memory a loaded model takes, in bytes, about.
///
/// @param weights the model itself
/// @param cache keys and values of a full context
/// @param buffers results on the way through the network, and the runtime
public record MemoryNeed(long weights, long cache, long buffers) {
    /// Tokens that go through the network together.
    private static final long BATCH = 512;

    private static final long HALF = 2;
    private static final long SINGLE = 4;

    /// What the worker process takes without a model.
    private static final long PROCESS = 160L << 20;

    /// The need of a model with a context of so many tokens, keys and values stored as 16-bit
    /// numbers.
    ///
    /// The widest intermediate results are the scores of all tokens of the vocabulary and the
    /// attention of a batch to the whole context; the runtime reuses one region for all of them.
    public static MemoryNeed of(GgufHeader header, long contextTokens) {
        GgufShape shape = header.shape();
        long cache =
                header.use() == GgufHeader.Use.TEXT
                        ? contextTokens
                                * shape.cachedHeads()
                                * (shape.keyLength() + shape.valueLength())
                                * HALF
                        : 0;
        long batch = Math.min(BATCH, contextTokens);
        long scores = header.use() == GgufHeader.Use.TEXT ? batch * shape.vocabulary() * SINGLE : 0;
        long attention = batch * contextTokens * shape.heads() * SINGLE;
        long layer = batch * (shape.inner() * 2 + shape.width() * 2) * SINGLE;
        return new MemoryNeed(
                header.fileBytes(), cache, Math.max(scores, attention + layer) + PROCESS);
    }

    /// All of it.
    public long total() {
        return weights + cache + buffers;
    }
}
