package org.fumikura.rag.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.fumikura.rag.RagException;
import org.fumikura.rag.library.IngestReport.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nobody waits for a library that was closed.
class LibraryClosingTest {
    @TempDir private Path home;
    @TempDir private Path given;

    @Test
    void jobsUnderWayEndAsCancelled() throws IOException, InterruptedException {
        for (int i = 0; i < 30; i++) {
            Files.writeString(given.resolve("note-" + i + ".md"), "The kettle" + i + " whistles.");
        }
        WatchedParser stuck = WatchedParser.stuckAfter(5);
        IngestJob job;
        try (var open = OpenLibrary.open(home, stuck, new HashEmbedding())) {
            job = open.library().add(List.of(given));
            assertTrue(stuck.awaitStuck());
        }
        assertEquals(Outcome.CANCELLED, OpenLibrary.await(job.words()).outcome());
        assertEquals(Outcome.CANCELLED, OpenLibrary.await(job.meaning()).outcome());
    }

    @Test
    void whatIsAskedOfAClosedLibraryFailsAtOnce() {
        var open = OpenLibrary.open(home, WatchedParser.running(), new HashEmbedding());
        open.close();
        IngestJob job = open.library().add(List.of(given));
        for (var future : List.of(job.words(), job.meaning())) {
            var fault = assertThrows(CompletionException.class, () -> OpenLibrary.await(future));
            assertEquals(RagException.Code.CLOSED, code(fault));
        }
        var fault = assertThrows(CompletionException.class, () -> open.library().compact());
        assertEquals(RagException.Code.CLOSED, code(fault));
    }

    private static RagException.Code code(CompletionException fault) {
        return assertInstanceOf(RagException.class, fault.getCause()).code();
    }
}
