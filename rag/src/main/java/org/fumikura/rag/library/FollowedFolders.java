package org.fumikura.rag.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows the library's folders: watches those that can be reached, gathers what changes in them
/// until it is quiet, and notices drives that go and come back.
final class FollowedFolders implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FollowedFolders.class);
    private static final long QUIET_MILLIS = 700;
    private static final long LONGEST_MILLIS = 5_000;
    private static final long LOOK_SECONDS = 15;

    /// A folder that cannot be watched is gone through at every so many looks.
    private static final int UNWATCHED_LOOKS = 20;

    /// With more changes than this the folder is gone through as a whole.
    private static final int MANY = 2_000;

    private final FolderReach reach;
    private final Consumer<Collection<Path>> changed;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("library-folders").daemon().factory());

    // Of the clock's thread only.
    private final Map<Path, FolderWatching> watched = new HashMap<>();
    private final Set<Path> unwatched = new HashSet<>();
    private int looks;

    // Guarded by this.
    private final Set<Path> gathered = new LinkedHashSet<>();
    private long firstGathered;
    private long lastGathered;
    private boolean started;

    /// @param changed hears of paths to be looked at again, on a thread of its own
    FollowedFolders(FolderReach reach, Consumer<Collection<Path>> changed) {
        this.reach = reach;
        this.changed = changed;
    }

    /// Begins to follow the folders, which are all looked at once.
    synchronized void start() {
        if (!started) {
            started = true;
            clock.scheduleWithFixedDelay(
                    () -> safely(this::look), 0, LOOK_SECONDS, TimeUnit.SECONDS);
            clock.scheduleWithFixedDelay(
                    () -> safely(this::handOver),
                    QUIET_MILLIS / 2,
                    QUIET_MILLIS / 2,
                    TimeUnit.MILLISECONDS);
        }
    }

    /// Other folders are followed now.
    synchronized void foldersChanged() {
        if (started) {
            clock.execute(() -> safely(this::look));
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        try {
            clock.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
        watched.values().forEach(FollowedFolders::end);
    }

    private void look() {
        boolean first = looks == 0;
        looks++;
        List<Path> there = reach.look();
        Set<Path> again = new LinkedHashSet<>();
        for (Path folder : there) {
            if (!watched.containsKey(folder) && !unwatched.contains(folder)) {
                watch(folder);
                again.add(folder);
            }
        }
        watched.entrySet()
                .removeIf(entry -> {
                    boolean left = !there.contains(entry.getKey());
                    if (left) {
                        end(entry.getValue());
                    }
                    return left;
                });
        unwatched.retainAll(there);
        if (looks % UNWATCHED_LOOKS == 0) {
            again.addAll(unwatched);
        }
        if (first) {
            again.addAll(reach.loose(Set.copyOf(there)));
        }
        if (!again.isEmpty()) {
            changed.accept(again);
        }
    }

    private void watch(Path folder) {
        try {
            watched.put(folder, FolderWatching.of(folder, path -> gather(folder, path)));
        } catch (IOException | RuntimeException fault) {
            LOG.warn(
                    "A folder cannot be watched and is looked through now and then: {}",
                    fault.getClass().getSimpleName());
            unwatched.add(folder);
        }
    }

    private synchronized void gather(Path folder, Path path) {
        long now = System.nanoTime();
        if (gathered.isEmpty()) {
            firstGathered = now;
        }
        lastGathered = now;
        if (path.endsWith(IgnoreRules.FILE_NAME)) {
            gathered.add(folder);
        } else if (gathered.size() < MANY) {
            gathered.add(path);
        } else {
            gathered.removeIf(other -> other.startsWith(folder));
            gathered.add(folder);
        }
    }

    private void handOver() {
        Set<Path> ready;
        synchronized (this) {
            long now = System.nanoTime();
            boolean quiet =
                    now - lastGathered > TimeUnit.MILLISECONDS.toNanos(QUIET_MILLIS)
                            || now - firstGathered > TimeUnit.MILLISECONDS.toNanos(LONGEST_MILLIS);
            if (gathered.isEmpty() || !quiet) {
                return;
            }
            ready = new LinkedHashSet<>(gathered);
            gathered.clear();
        }
        // A folder says all that its files say.
        ready.removeIf(path -> {
            Path parent = path.getParent();
            return parent != null && ready.contains(parent) && Files.isDirectory(parent);
        });
        changed.accept(ready);
    }

    private static void safely(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException fault) {
            LOG.warn("Looking at the folders failed", fault);
        }
    }

    private static void end(FolderWatching watching) {
        try {
            watching.close();
        } catch (IOException fault) {
            LOG.warn("A watch did not end: {}", fault.getClass().getSimpleName());
        }
    }
}
