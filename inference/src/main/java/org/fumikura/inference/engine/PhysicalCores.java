package org.fumikura.inference.engine;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Counts the cores that do arithmetic. Two threads on one core share its vector units, so more
/// threads than cores make matrix products slower.
final class PhysicalCores {
    private static final Path LINUX_CPUS = Path.of("/sys/devices/system/cpu");

    private PhysicalCores() {}

    /// Physical cores this process may use, at least 1.
    static int count() {
        int logical = Runtime.getRuntime().availableProcessors();
        int cores = linuxCores();
        if (cores == 0) {
            // Windows on x86-64 nearly always has two threads a core; Macs have one.
            boolean windows =
                    System.getProperty("os.name", "")
                            .toLowerCase(Locale.ROOT)
                            .startsWith("windows");
            cores = windows ? logical / 2 : logical;
        }
        return Math.clamp(cores, 1, logical);
    }

    private static int linuxCores() {
        Set<String> siblings = new HashSet<>();
        try (DirectoryStream<Path> cpus = Files.newDirectoryStream(LINUX_CPUS, "cpu[0-9]*")) {
            for (Path cpu : cpus) {
                Path list = cpu.resolve("topology/thread_siblings_list");
                if (Files.isReadable(list)) {
                    siblings.add(Files.readString(list));
                }
            }
        } catch (IOException e) {
            return 0;
        }
        return siblings.size();
    }
}
