package org.fumikura.inference.fit;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// This machine's memory, in bytes.
///
/// @param total what is built in, or what the container may use
/// @param available what a new process can have without pushing others out
public record MachineMemory(long total, long available) {
    private static final Path LINUX = Path.of("/proc/meminfo");
    private static final Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s+(\\d{1,15}) kB");
    private static final long KIBIBYTE = 1024;

    /// As it is now.
    public static MachineMemory now() {
        if (!(ManagementFactory.getOperatingSystemMXBean()
                instanceof OperatingSystemMXBean system)) {
            return new MachineMemory(Long.MAX_VALUE, Long.MAX_VALUE);
        }
        long total = system.getTotalMemorySize();
        // What Linux gives back from its caches counts as available; Windows says so itself. macOS
        // compresses and caches all that is free, so there a share of the whole stands for it.
        long available =
                linux().orElse(
                                System.getProperty("os.name", "").startsWith("Mac")
                                        ? total / 4 * 3
                                        : system.getFreeMemorySize());
        return new MachineMemory(total, Math.min(total, available));
    }

    private static OptionalLong linux() {
        if (!Files.isReadable(LINUX)) {
            return OptionalLong.empty();
        }
        try (Stream<String> lines = Files.lines(LINUX, StandardCharsets.US_ASCII)) {
            return lines.map(AVAILABLE::matcher)
                    .filter(Matcher::matches)
                    .mapToLong(line -> Long.parseLong(line.group(1)) * KIBIBYTE)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
