package org.fumikura.inference.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.fumikura.inference.gguf.GgufHeader;
import org.fumikura.inference.gguf.GgufShape;
import org.junit.jupiter.api.Test;

class MemoryNeedTest {
    /// The measures of Qwen2.5 1.5B.
    private static final GgufShape QWEN = new GgufShape(28, 1536, 8960, 12, 56, 128, 128, 151_936);

    private static GgufHeader header(GgufHeader.Use use) {
        return new GgufHeader(
                "qwen2",
                "",
                "",
                32768,
                "Q4_K_M",
                Optional.empty(),
                use,
                QWEN,
                1,
                300,
                1_117_320_768);
    }

    @Test
    void cacheGrowsWithTheContextAndTheWeightsDoNot() {
        MemoryNeed small = MemoryNeed.of(header(GgufHeader.Use.TEXT), 4096);
        MemoryNeed large = MemoryNeed.of(header(GgufHeader.Use.TEXT), 32768);
        assertEquals(28_672L * 4096, small.cache());
        assertEquals(small.cache() * 8, large.cache());
        assertEquals(small.weights(), large.weights());
        assertTrue(large.total() > small.total());
    }

    @Test
    void embedderKeepsNoCache() {
        assertEquals(0, MemoryNeed.of(header(GgufHeader.Use.VECTORS), 512).cache());
    }

    @Test
    void machineHasNoMoreAvailableThanItHas() {
        MachineMemory now = MachineMemory.now();
        assertTrue(now.available() > 0);
        assertTrue(now.available() <= now.total());
    }
}
