package org.fumikura.rag.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.fumikura.rag.RagException;
import org.fumikura.rag.parse.DocumentParsers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files are taken in until the disk is full: this is said, what was there is searched on, and all
/// is there once there is space again.
@Tag("fault")
class FullDiskTest {
    private static final int FILES = 40;
    private static final int MEGABYTES = 4;

    @TempDir private Path given;
    @TempDir private Path folder;

    @Test
    void whatIsTakenInWhileTheDiskFillsUpIsThereOnceThereIsSpace() throws Exception {
        given = given.toRealPath();
        Path first = Files.writeString(given.resolve("first.md"), "The teapot is green.");
        List<Path> files = new ArrayList<>();
        var random = new Random(7);
        for (int i = 0; i < FILES; i++) {
            files.add(
                    Files.writeString(given.resolve("f" + i + ".txt"), text(random, "kettle" + i)));
        }
        try (SmallDisk disk = SmallDisk.mount(folder, MEGABYTES)) {
            Path home = disk.folder();
            try (var open = OpenLibrary.open(home, new DocumentParsers(), new HashEmbedding())) {
                open.add(first);
                CompletionException refused =
                        assertThrows(
                                CompletionException.class,
                                () ->
                                        open.library()
                                                .add(files)
                                                .meaning()
                                                .orTimeout(5, TimeUnit.MINUTES)
                                                .join());
                RagException fault = assertInstanceOf(RagException.class, refused.getCause());
                assertEquals(RagException.Code.DISK_FULL, fault.code(), fault.toString());
                assertEquals(List.of(first), open.found("teapot"));
            }
            // It opens again, also while the disk is full, or says why not.
            try (var open = OpenLibrary.open(home, new DocumentParsers(), new HashEmbedding())) {
                assertEquals(List.of(first), open.found("teapot"));
            } catch (RagException full) {
                assertEquals(RagException.Code.DISK_FULL, full.code(), full.toString());
            }
            disk.grow(400);
            try (var open = OpenLibrary.open(home, new DocumentParsers(), new HashEmbedding())) {
                open.library().resume().meaning().orTimeout(5, TimeUnit.MINUTES).join();
                open.library().add(files).meaning().orTimeout(5, TimeUnit.MINUTES).join();
                for (LibraryFile file : open.library().files()) {
                    assertEquals(FileState.READY, file.state(), file.path().toString());
                }
                assertEquals(List.of(first), open.found("teapot"));
                for (int i = 0; i < FILES; i++) {
                    assertEquals(List.of(files.get(i)), open.found("kettle" + i));
                }
                Checkup checkup = open.library().verify();
                assertTrue(checkup.isSound(), checkup.toString());
            }
        }
    }

    @Test
    void theSameProcessGoesOnOnceThereIsSpace() throws Exception {
        given = given.toRealPath();
        List<Path> files = new ArrayList<>();
        var random = new Random(8);
        for (int i = 0; i < FILES; i++) {
            files.add(
                    Files.writeString(given.resolve("f" + i + ".txt"), text(random, "kettle" + i)));
        }
        try (SmallDisk disk = SmallDisk.mount(folder, MEGABYTES);
                var open =
                        OpenLibrary.open(
                                disk.folder(), new DocumentParsers(), new HashEmbedding())) {
            assertThrows(
                    CompletionException.class,
                    () ->
                            open.library()
                                    .add(files)
                                    .meaning()
                                    .orTimeout(5, TimeUnit.MINUTES)
                                    .join());
            disk.grow(400);
            open.library().add(files).meaning().orTimeout(5, TimeUnit.MINUTES).join();
            for (LibraryFile file : open.library().files()) {
                assertEquals(FileState.READY, file.state(), file.path().toString());
            }
            assertTrue(open.library().verify().isSound());
        }
    }

    private static String text(Random random, String word) {
        var text = new StringBuilder(word).append(" is here. ");
        while (text.length() < 150_000) {
            text.append(Long.toString(random.nextLong() >>> 1, 36))
                    .append(random.nextInt(9) == 0 ? ". " : " ");
        }
        return text.toString();
    }
}
