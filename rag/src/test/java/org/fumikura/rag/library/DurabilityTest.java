package org.fumikura.rag.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ingestions killed without a warning. Each is finished by the next start, which must come to the
/// very library of a run that nobody disturbed.
class DurabilityTest {
    private static final Logger LOG = LoggerFactory.getLogger(DurabilityTest.class);

    @TempDir private Path folder;

    @Test
    void aKilledIngestionIsFinishedByTheNextStart() throws IOException, InterruptedException {
        killAndFinish(3);
    }

    @Test
    @Tag("fault")
    void anIngestionMayBeKilledAnywhere() throws IOException, InterruptedException {
        killAndFinish(200);
    }

    private void killAndFinish(int kills) throws IOException, InterruptedException {
        long seed = Long.getLong("fumikura.fault.seed", System.nanoTime());
        LOG.info("fumikura.fault.seed={}", seed);
        var random = new Random(seed);

        Path whole = folder.resolve("whole");
        Duration length = ingest(whole);
        LibraryPicture undisturbed = finish(whole);
        int passages = undisturbed.passages().size();
        assertTrue(passages > 150, passages + " passages");
        assertEquals(passages, undisturbed.vectors().size());

        for (int i = 0; i < kills; i++) {
            Path home = folder.resolve("killed-" + i);
            Duration moment = Duration.ofNanos(random.nextLong(length.toNanos()));
            while (!kill(home, moment)) {
                // It had come to its end before.
                delete(home);
                moment = moment.dividedBy(2);
            }
            assertEquals(
                    List.of(),
                    undisturbed.differences(finish(home)),
                    "seed " + seed + ", kill " + i + " after " + moment.toMillis() + " ms");
            delete(home);
        }
    }

    /// Runs an ingestion to its end in a process of its own and says how long it took.
    private static Duration ingest(Path place) throws IOException, InterruptedException {
        KilledIngestion.write(place.resolve("files"));
        Process process = start(place);
        try (BufferedReader out = reader(process)) {
            assertEquals("started", out.readLine());
            long start = System.nanoTime();
            assertEquals("done", out.readLine());
            assertEquals(0, process.waitFor());
            return Duration.ofNanos(System.nanoTime() - start);
        } finally {
            process.destroyForcibly();
        }
    }

    /// Whether the process was still at work.
    private static boolean kill(Path place, Duration moment)
            throws IOException, InterruptedException {
        KilledIngestion.write(place.resolve("files"));
        Process process = start(place);
        try (BufferedReader out = reader(process)) {
            assertEquals("started", out.readLine());
            long end = System.nanoTime() + moment.toNanos();
            while (System.nanoTime() < end) {
                LockSupport.parkNanos(end - System.nanoTime());
            }
        } finally {
            process.destroyForcibly();
        }
        return process.waitFor() != 0;
    }

    private static LibraryPicture finish(Path place) throws IOException {
        Path files = place.resolve("files");
        try (var open =
                OpenLibrary.open(
                        place.resolve("home"), WatchedParser.running(), new HashEmbedding())) {
            KilledIngestion.run(open, files.toRealPath());
            Checkup checkup = open.library().verify();
            assertTrue(checkup.isSound(), checkup.toString());
            open.library().compact();
            return LibraryPicture.of(open, files.toRealPath(), KilledIngestion.QUESTIONS);
        }
    }

    private static Process start(Path place) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledIngestion.class.getName(),
                        place.resolve("home").toString(),
                        place.resolve("files").toRealPath().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.toList().reversed()) {
                Files.delete(path);
            }
        }
    }
}
