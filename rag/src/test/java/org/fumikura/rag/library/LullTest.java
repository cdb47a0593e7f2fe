package org.fumikura.rag.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.Scope;
import org.fumikura.rag.Span;
import org.fumikura.rag.index.IndexSettings;
import org.fumikura.rag.index.LucenePassageIndex;
import org.fumikura.rag.index.PassageIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class LullTest {
    private static final int PASSAGES = 1_500;

    @TempDir private Path folder;

    @Test
    @Timeout(60)
    void theIndexIsMergedWhileNothingIsToBeWritten() throws Exception {
        try (PassageIndex index = scattered()) {
            long before = segments();
            var queue = new LinkedBlockingQueue<String>();
            var lull = new Lull(index, Duration.ofMillis(20), new Object());
            Thread later =
                    Thread.startVirtualThread(() -> {
                        while (segments() >= before) {
                            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                        }
                        queue.add("next");
                    });
            assertEquals("next", lull.next(queue));
            later.join();
            assertTrue(segments() < before);
            assertEquals(3 * PASSAGES, index.size().passages());
            assertEquals(10, index.lexical("harbour", Scope.EVERYTHING, 10).size());
        }
    }

    @Test
    void whatWaitsIsTakenWithoutALull() throws Exception {
        try (PassageIndex index = scattered()) {
            long before = segments();
            var queue = new LinkedBlockingQueue<>(List.of("one"));
            assertEquals("one", new Lull(index, Duration.ofMinutes(1), new Object()).next(queue));
            assertEquals(before, segments());
        }
    }

    private PassageIndex scattered() {
        PassageIndex index = LucenePassageIndex.open(folder, new IndexSettings("none", 4, 1));
        for (int i = 0; i < 3; i++) {
            var document = new DocumentId(Integer.toString(i).repeat(64));
            List<Passage> passages = new ArrayList<>();
            for (int ordinal = 0; ordinal < PASSAGES; ordinal++) {
                String text = "harbour " + ordinal;
                passages.add(
                        new Passage(
                                new PassageId(document, 1, ordinal),
                                1,
                                new Span(0, text.length()),
                                List.of(),
                                text));
            }
            index.replace(document, "", passages);
            index.commit();
        }
        return index;
    }

    /// How many segments the words are kept in.
    private long segments() {
        try (Stream<Path> files = Files.list(folder.resolve("words"))) {
            return files.filter(file -> file.toString().endsWith(".si")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
