package org.fumikura.rag.parse.process;

import java.time.Duration;

/// How much one file may take before it is given up.
///
/// @param heapMegabytes the memory of a parsing process that reads one file
/// @param least the time any file may take
/// @param perMebibyte the time it may take beyond that for each MiB of its size
/// @param most the time no file may take
public record ParseLimits(int heapMegabytes, Duration least, Duration perMebibyte, Duration most) {
    /// For a person's computer: slow disks and busy processors included.
    public static final ParseLimits USUAL =
            new ParseLimits(
                    768, Duration.ofSeconds(60), Duration.ofSeconds(30), Duration.ofMinutes(30));

    private static final int MOST_READERS = 4;

    public ParseLimits {
        if (heapMegabytes < 1) {
            throw new IllegalArgumentException("no memory at all");
        }
    }

    /// How many files are best read at once on this machine.
    public static int readers() {
        return Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_READERS);
    }

    /// The memory of the process that reads all these at once. Hardly ever are all of them large;
    /// where they are, each is tried again in a process of its own.
    int sharedHeapMegabytes() {
        return heapMegabytes * (readers() + 1) / 2;
    }

    /// How long a file of so many bytes may take.
    Duration time(long bytes) {
        Duration wanted = least.plus(perMebibyte.multipliedBy(bytes / (1024 * 1024)));
        return wanted.compareTo(most) < 0 ? wanted : most;
    }
}
