package org.fumikura.inference.ffm;

import com.sun.management.OperatingSystemMXBean;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.util.function.IntSupplier;

/// How many threads a context uses, by how much of the cores it is given. llama.cpp's threads wait
/// for one another hundreds of times a token, spinning; when another program keeps one of them from
/// its core all the others wait (measured on two busy cores: 1.3 instead of 31 tokens a second). So
/// when the threads get clearly less time than they could, fewer are used, and now and then all are
/// tried again.
final class ThreadShare {
    /// Below this part of its time a thread is being kept waiting.
    private static final double CROWDED = 0.8;

    private static final long WINDOW_NANOS = 150_000_000;
    private static final long FIRST_RETRY_NANOS = 1_000_000_000;
    private static final long TRIAL_COST = 10;

    private final LlamaApi api;
    private final MemorySegment context;
    private final int most;
    private int threads;
    private long wall;
    private long cpu;
    private long retryAfter = FIRST_RETRY_NANOS;
    private long sinceReduced;

    /// @param most threads to use when nothing else runs; the context begins with them
    ThreadShare(LlamaApi api, MemorySegment context, int most) {
        this.api = api;
        this.context = context;
        this.most = most;
        this.threads = most;
    }

    /// Runs a step and learns from it.
    int run(IntSupplier step) {
        if (most == 1) {
            return step.getAsInt();
        }
        long wallStart = System.nanoTime();
        long cpuStart = processCpu();
        int result = step.getAsInt();
        long passed = System.nanoTime() - wallStart;
        wall += passed;
        cpu += processCpu() - cpuStart;
        sinceReduced += passed;
        if (wall >= WINDOW_NANOS) {
            judge((double) cpu / wall / threads);
            wall = 0;
            cpu = 0;
        }
        return result;
    }

    private void judge(double share) {
        if (share < CROWDED && threads > 1) {
            // A trial that failed has cost about this much: it must stay a small part of the time.
            retryAfter = Math.max(FIRST_RETRY_NANOS, TRIAL_COST * wall);
            use(Math.max(1, threads / 2));
            sinceReduced = 0;
        } else if (threads < most && sinceReduced > retryAfter) {
            use(most);
        }
    }

    /// Forgets what was seen until now, and uses all threads: a first step waits for the disk.
    void startOver() {
        wall = 0;
        cpu = 0;
        use(most);
    }

    private void use(int count) {
        threads = count;
        api.llamaSetNThreads(context, count, count);
    }

    private static long processCpu() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }
}
