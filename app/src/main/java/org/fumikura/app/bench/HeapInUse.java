package org.fumikura.app.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/// What this process keeps on its heap.
final class HeapInUse {
    private static final long MEBIBYTE = 1024 * 1024;

    private HeapInUse() {}

    /// After a collection.
    static long megabytes() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed() / MEBIBYTE;
    }
}
