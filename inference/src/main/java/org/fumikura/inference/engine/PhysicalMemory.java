package org.fumikura.inference.engine;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// How much memory this machine has.
final class PhysicalMemory {
    private PhysicalMemory() {}

    /// Bytes in all, or the largest number where the platform does not say.
    static long bytes() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : Long.MAX_VALUE;
    }
}
