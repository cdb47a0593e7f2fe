package org.fumikura.rag.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.fumikura.rag.library.IngestReport.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Work that a person holds, ends, or wants done in another order.
class HeldWorkTest {
    @TempDir private Path home;
    @TempDir private Path given;
    private final HashEmbedding model = new HashEmbedding();
    private Path folder;

    @BeforeEach
    void findFolder() throws IOException {
        folder = given.toRealPath();
    }

    @Test
    void pausedWorkWaitsAndGoesOnToTheEnd() throws IOException {
        writeMany(20);
        try (var open = OpenLibrary.open(home, WatchedParser.running(), model)) {
            open.library().pause();
            IngestJob job = open.library().add(List.of(folder));
            assertEquals(WorkState.PAUSED, open.library().work());
            assertFalse(job.words().isDone());

            open.library().goOn();
            assertEquals(WorkState.WORKING, open.library().work());
            assertEquals(20, OpenLibrary.await(job.meaning()).files().size());
            assertEquals(Collections.nCopies(20, FileState.READY), open.states());
            assertEquals(WorkState.IDLE, open.library().work());
        }
    }

    @Test
    void pauseHoldsTheMeaningOfWhatIsSearchable() throws IOException {
        Path note = write("note.md", "The kettle whistles at noon.");
        CountDownLatch gate = model.hold();
        try (var open = OpenLibrary.open(home, WatchedParser.running(), model)) {
            IngestJob job = open.library().add(List.of(note));
            OpenLibrary.await(job.words());
            open.library().pause();
            gate.countDown();
            assertEquals(List.of(note), open.found("kettle"));

            open.library().goOn();
            assertEquals(
                    FileState.READY, OpenLibrary.await(job.meaning()).files().getFirst().state());
        }
    }

    @Test
    void stoppedFilesSayTheyWereAndAreReadWhenAddedAgain() throws Exception {
        writeMany(20);
        WatchedParser parser = WatchedParser.stuckAfter(4);
        try (var open = OpenLibrary.open(home, parser, model)) {
            IngestJob job = open.library().add(List.of(folder));
            assertTrue(parser.awaitStuck());
            var settled = awaitFiles(open, files -> files.stream().noneMatch(this::isUnderWay));
            open.library().stop();
            assertEquals(Outcome.CANCELLED, OpenLibrary.await(job.meaning()).outcome());
            assertEquals(WorkState.IDLE, open.library().work());
            parser.release();
            OpenLibrary.await(settled);
            List<LibraryFile> stopped = open.library().files();
            assertTrue(
                    stopped.stream()
                            .flatMap(file -> file.problem().stream())
                            .anyMatch(problem -> problem.kind() == FileProblem.Kind.STOPPED));

            open.add(folder);
            assertEquals(Collections.nCopies(20, FileState.READY), open.states());
        }
        try (var open = OpenLibrary.open(home, parser, model)) {
            OpenLibrary.await(open.library().resume().meaning());
            assertEquals(Collections.nCopies(20, FileState.READY), open.states());
        }
    }

    @Test
    void stopEndsAPause() throws IOException {
        Path note = write("note.md", "The kettle whistles at noon.");
        try (var open = OpenLibrary.open(home, WatchedParser.running(), model)) {
            open.library().pause();
            open.library().stop();
            assertEquals(FileState.READY, open.add(note).files().getFirst().state());
        }
    }

    @Test
    void fileThatIsNamedIsReadBeforeTheRestOfAFolder() throws Exception {
        writeMany(30);
        Path urgent =
                Files.writeString(
                        Files.createTempDirectory(home, "own").resolve("urgent.md"), "The anvil.");
        List<Path> read = Collections.synchronizedList(new ArrayList<>());
        try (var open = OpenLibrary.openWithOneReader(home, WatchedParser.running(), model);
                var _ =
                        open.library()
                                .subscribe(event -> {
                                    if (event instanceof LibraryEvent.FileChanged(var file)
                                            && file.state() == FileState.READING) {
                                        read.add(file.path());
                                    }
                                })) {
            open.library().pause();
            IngestJob all = open.library().add(List.of(folder));
            IngestJob one = open.library().add(List.of(urgent));
            // What comes after both were gone through.
            OpenLibrary.await(open.library().add(List.of()).words());
            open.library().goOn();
            OpenLibrary.await(one.words());
            OpenLibrary.await(all.words());
        }
        assertEquals(urgent.toRealPath(), read.getFirst());
    }

    @Test
    void workIsToldAsItBeginsAndEnds() throws IOException {
        Path note = write("note.md", "The kettle whistles at noon.");
        List<WorkState> told = Collections.synchronizedList(new ArrayList<>());
        try (var open = OpenLibrary.open(home, WatchedParser.running(), model);
                var _ =
                        open.library()
                                .subscribe(event -> {
                                    if (event instanceof LibraryEvent.WorkChanged(var state)) {
                                        told.add(state);
                                    }
                                })) {
            open.library().pause();
            IngestJob job = open.library().add(List.of(note));
            open.library().goOn();
            OpenLibrary.await(job.meaning());
            assertEquals(WorkState.IDLE, open.library().work());
        }
        assertEquals(List.of(WorkState.PAUSED, WorkState.WORKING, WorkState.IDLE), told);
    }

    private boolean isUnderWay(LibraryFile file) {
        return file.state() == FileState.QUEUED || file.state() == FileState.READING;
    }

    /// Completes at a change after which the files are as wanted.
    private static CompletableFuture<IngestReport> awaitFiles(
            OpenLibrary open, Predicate<List<LibraryFile>> wanted) {
        var met = new CompletableFuture<IngestReport>();
        open.library()
                .subscribe(_ -> {
                    List<LibraryFile> files = open.library().files();
                    if (wanted.test(files)) {
                        met.complete(new IngestReport(files, Outcome.COMPLETE));
                    }
                });
        return met;
    }

    private void writeMany(int files) throws IOException {
        for (int i = 0; i < files; i++) {
            write("note-" + i + ".md", "The kettle" + i + " whistles.");
        }
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
