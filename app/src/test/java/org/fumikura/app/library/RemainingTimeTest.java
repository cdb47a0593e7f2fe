package org.fumikura.app.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fumikura.rag.library.FilePresence;
import org.fumikura.rag.library.FileState;
import org.fumikura.rag.library.LibraryFile;
import org.fumikura.rag.library.RecognitionState;
import org.fumikura.rag.parse.Quality;
import org.fumikura.ui.Messages;
import org.junit.jupiter.api.Test;

class RemainingTimeTest {
    private long now;
    private final RemainingTime time = new RemainingTime(() -> now);

    @Test
    void nothingIsSaidBeforeThereIsASpeed() {
        assertEquals(Remaining.UNKNOWN, time.after(List.of(read(1000, 10, 0), waiting(1000))));
        seconds(100);
        assertEquals(Remaining.UNKNOWN, time.after(List.of(read(1000, 10, 2), waiting(1000))));
        seconds(4);
        assertEquals(Remaining.UNKNOWN, time.after(List.of(read(1000, 10, 5), waiting(1000))));
    }

    @Test
    void wordsAndMeaningAreToldApart() {
        time.after(List.of(waiting(500), waiting(500), waiting(3000), waiting(4000)));
        seconds(100);
        time.after(List.of(read(500, 5, 1), waiting(500), waiting(3000), waiting(4000)));
        seconds(10);
        // From the first that was done: 350 bytes and half a passage a second; 4,000 bytes and
        // 34 + 40 passages are left.
        assertEquals(
                remaining(12, 148),
                time.after(
                        List.of(
                                read(500, 5, 1),
                                read(500, 5, 5),
                                read(3000, 30, 0),
                                waiting(4000))));
    }

    @Test
    void readingAloneCountsWhereNothingWaitsForItsMeaning() {
        time.after(List.of(waiting(1000), waiting(1000), waiting(4000)));
        time.after(List.of(read(1000, 0, 0), waiting(1000), waiting(4000)));
        seconds(10);
        assertEquals(
                new Remaining(Optional.of(Duration.ofSeconds(40)), Optional.empty()),
                time.after(List.of(read(1000, 0, 0), read(1000, 0, 0), waiting(4000))));
    }

    @Test
    void meaningIsNotToldWhilePicturesWait() {
        var pictures = file(500, FileState.QUEUED, 0, 0, RecognitionState.WAITING);
        time.after(List.of(waiting(1000), pictures, waiting(1000), waiting(1000)));
        time.after(List.of(read(1000, 10, 1), pictures, waiting(1000), waiting(1000)));
        seconds(10);
        assertEquals(
                new Remaining(Optional.of(Duration.ofSeconds(10)), Optional.empty()),
                time.after(List.of(read(1000, 10, 5), pictures, read(1000, 10, 0), waiting(1000))));
    }

    @Test
    void whatIsOlderThanAMinuteDoesNotCount() {
        time.after(List.of(read(1000, 1000, 0)));
        time.after(List.of(read(1000, 1000, 1)));
        seconds(50);
        time.after(List.of(read(1000, 1000, 500)));
        seconds(50);
        // 100 passages in the last 50 seconds, after 500 in the 50 before.
        assertEquals(
                new Remaining(Optional.empty(), Optional.of(Duration.ofSeconds(200))),
                time.after(List.of(read(1000, 1000, 600))));
    }

    @Test
    void standstillIsNotADuration() {
        time.after(List.of(read(1000, 10, 4)));
        time.after(List.of(read(1000, 10, 5)));
        seconds(30);
        assertEquals(Remaining.UNKNOWN, time.after(List.of(read(1000, 10, 5))));
    }

    @Test
    void whatIsSaidIsCoarserTheLongerItTakes() {
        Messages english = Messages.of(Locale.ENGLISH);
        assertEquals("", RemainingText.of(english, Remaining.UNKNOWN));
        assertEquals(
                "By words in about 1 min, by meaning in about 3 min",
                RemainingText.of(english, remaining(14, 150)));
        assertEquals(
                "By words in about 45 min, by meaning in about 2 hours",
                RemainingText.of(english, remaining(42 * 60, 125 * 60)));
    }

    private void seconds(long seconds) {
        now += Duration.ofSeconds(seconds).toNanos();
    }

    private static Remaining remaining(long words, long meaning) {
        return new Remaining(
                Optional.of(Duration.ofSeconds(words)), Optional.of(Duration.ofSeconds(meaning)));
    }

    private static LibraryFile waiting(long size) {
        return file(size, FileState.QUEUED, 0, 0, RecognitionState.NOT_NEEDED);
    }

    private static LibraryFile read(long size, int passages, int embedded) {
        return file(size, FileState.SEARCHABLE, passages, embedded, RecognitionState.NOT_NEEDED);
    }

    private static LibraryFile file(
            long size, FileState state, int passages, int embedded, RecognitionState recognition) {
        return new LibraryFile(
                Path.of("/documents/a.pdf"),
                size,
                Instant.EPOCH,
                state,
                Optional.empty(),
                Optional.empty(),
                1,
                passages,
                embedded,
                FilePresence.HERE,
                Quality.FULL,
                recognition);
    }
}
