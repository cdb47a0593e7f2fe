package org.fumikura.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A temporary folder that goes when it is closed, and when the process is interrupted too.
final class BenchFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BenchFolder.class);

    /// What still runs during an interrupt may write a file while its folder is emptied.
    private static final int ATTEMPTS = 5;

    private final Path folder;
    private final Thread interrupted;

    private BenchFolder(Path folder) {
        this.folder = folder;
        this.interrupted = Thread.ofPlatform().name("bench-folder").unstarted(this::delete);
    }

    static BenchFolder create() {
        try {
            var made = new BenchFolder(Files.createTempDirectory("fumikura-bench"));
            Runtime.getRuntime().addShutdownHook(made.interrupted);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder", e);
        }
    }

    /// A folder inside, made if it is not there.
    Path resolve(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(interrupted);
        } catch (IllegalStateException shuttingDown) {
            LOG.info("Interrupted while measuring");
        }
    }

    private void delete() {
        for (int attempt = 0; attempt < ATTEMPTS && Files.exists(folder); attempt++) {
            try {
                for (Path file : innermostFirst()) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException | UncheckedIOException e) {
                LOG.info("A temporary folder is still in use: {}", e.getClass().getSimpleName());
            }
        }
    }

    private List<Path> innermostFirst() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
