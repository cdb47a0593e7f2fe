package org.fumikura.app.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.fumikura.app.library.RemainingText;
import org.fumikura.app.library.RemainingTime;
import org.fumikura.rag.library.FileState;
import org.fumikura.rag.library.LibraryFile;

/// How far the files of a command are, and how long the rest will take, told on the terminal. May
/// be used from any thread.
final class IngestProgress {
    private static final long EVERY_NANOS = 200_000_000;

    private final Console console;
    private final Map<Path, LibraryFile> seen = new HashMap<>();
    private final RemainingTime time = new RemainingTime(System::nanoTime);
    private long told = System.nanoTime() - EVERY_NANOS;

    IngestProgress(Console console) {
        this.console = console;
    }

    /// Hears how a file stands now.
    synchronized void changed(LibraryFile file) {
        seen.put(file.path(), file);
        long now = System.nanoTime();
        // All files are counted each time: not at each of their changes.
        if (now - told >= EVERY_NANOS) {
            told = now;
            tell();
        }
    }

    private void tell() {
        long read =
                seen.values().stream()
                        .filter(file ->
                                file.state() != FileState.QUEUED
                                        && file.state() != FileState.READING)
                        .count();
        int passages = seen.values().stream().mapToInt(LibraryFile::passages).sum();
        int embedded = seen.values().stream().mapToInt(LibraryFile::embedded).sum();
        String line = console.text("cli.ingest.progress", read, seen.size(), embedded, passages);
        String remaining = RemainingText.of(console.messages(), time.after(seen.values()));
        console.progress(
                remaining.isEmpty()
                        ? line
                        : console.text("cli.ingest.progress-remaining", line, remaining));
    }
}
