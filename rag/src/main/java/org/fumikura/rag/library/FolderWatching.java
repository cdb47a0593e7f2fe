package org.fumikura.rag.library;

import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryWatcher;
import io.methvin.watcher.visitor.FileTreeVisitor;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.helpers.NOPLogger;

/// Watches one folder and all below it that is not ignored, until it is closed.
final class FolderWatching implements AutoCloseable {
    private static final Executor THREADS =
            task -> Thread.ofPlatform().name("library-watcher").daemon().start(task);

    private final DirectoryWatcher watcher;

    private FolderWatching(DirectoryWatcher watcher) {
        this.watcher = watcher;
    }

    /// Starts watching; what happens after this returned is told.
    ///
    /// @param changed hears the paths that were made, changed or deleted; the folder itself where
    ///   the system lost count
    /// @throws IOException if the folder cannot be watched, for it is on a drive that tells nothing
    ///   or the system's limit is reached
    static FolderWatching of(Path folder, Consumer<Path> changed) throws IOException {
        var rules = new IgnoreRules(folder);
        // Its own log lines have names of files.
        DirectoryWatcher watcher =
                DirectoryWatcher.builder()
                        .path(folder)
                        .fileHashing(false)
                        .logger(NOPLogger.NOP_LOGGER)
                        .fileTreeVisitor(foldersBelow(rules))
                        .listener(event ->
                                changed.accept(
                                        event.eventType() == DirectoryChangeEvent.EventType.OVERFLOW
                                                ? folder
                                                : event.path()))
                        .build();
        CompletableFuture<Void> running = watcher.watchAsync(THREADS);
        if (running.isCompletedExceptionally()) {
            watcher.close();
            throw new IOException("not watchable", running.exceptionNow());
        }
        return new FolderWatching(watcher);
    }

    private static FileTreeVisitor foldersBelow(IgnoreRules rules) {
        return (root, onFolder, onFile) ->
                Files.walkFileTree(
                        root,
                        new SimpleFileVisitor<>() {
                            @Override
                            public FileVisitResult preVisitDirectory(
                                    Path folder, BasicFileAttributes attributes)
                                    throws IOException {
                                if (rules.isFolderIgnored(folder)) {
                                    return FileVisitResult.SKIP_SUBTREE;
                                }
                                onFolder.call(folder);
                                return FileVisitResult.CONTINUE;
                            }

                            @Override
                            public FileVisitResult visitFile(
                                    Path file, BasicFileAttributes attributes) throws IOException {
                                onFile.call(file);
                                return FileVisitResult.CONTINUE;
                            }

                            @Override
                            public FileVisitResult visitFileFailed(Path file, IOException fault) {
                                return FileVisitResult.CONTINUE;
                            }
                        });
    }

    @Override
    public void close() throws IOException {
        watcher.close();
    }
}
