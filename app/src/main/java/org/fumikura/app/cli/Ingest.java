package org.fumikura.app.cli;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.fumikura.app.ReadServices;
import org.fumikura.app.text.FileText;
import org.fumikura.rag.library.FileState;
import org.fumikura.rag.library.IngestReport;
import org.fumikura.rag.library.Library;
import org.fumikura.rag.library.LibraryEvent;
import org.fumikura.rag.library.LibraryFile;

/// Takes files into the library from the command line, telling how far it is.
final class Ingest {
    private Ingest() {}

    /// Returns when all files are searchable by words and by meaning, or have a problem. Where the
    /// library is only read, tells what another window made of them.
    static IngestReport run(Console console, ReadServices services, Collection<Path> paths) {
        return services.working()
                .map(library -> run(console, library, paths))
                .orElseGet(() ->
                        new IngestReport(
                                services.contents().files(paths), IngestReport.Outcome.COMPLETE));
    }

    /// Returns as soon as all files are searchable by words: their text is known.
    static IngestReport words(Console console, ReadServices services, Collection<Path> paths) {
        return services.working()
                .map(library -> follow(console, library, () -> library.add(paths).words()))
                .orElseGet(() -> run(console, services, paths));
    }

    private static IngestReport run(Console console, Library library, Collection<Path> paths) {
        return follow(console, library, () -> library.add(paths).meaning());
    }

    /// Takes up what is unfinished. Returns as [#run] does; without an embedder, when all is
    /// searchable by words.
    static IngestReport resume(Console console, Library library) {
        return follow(console, library, () -> library.resume().meaning());
    }

    /// Makes searchable by words what an earlier run left out, or what another version cut in
    /// another way: else a search would miss it without a word.
    static void catchUp(Console console, Library library) {
        if (library.files().stream().anyMatch(file -> file.state() == FileState.QUEUED)) {
            follow(console, library, () -> library.resume().words());
        }
    }

    private static IngestReport follow(
            Console console, Library library, Supplier<CompletableFuture<IngestReport>> start) {
        var progress = new IngestProgress(console);
        var interrupted = new Thread(() -> console.note(console.text("cli.ingest.interrupted")));
        Runtime.getRuntime().addShutdownHook(interrupted);
        try (var _ =
                library.subscribe(event -> {
                    if (event instanceof LibraryEvent.FileChanged(var file)) {
                        progress.changed(file);
                    }
                })) {
            return Waiting.on(start.get());
        } finally {
            forget(interrupted);
        }
    }

    private static void forget(Thread interrupted) {
        try {
            Runtime.getRuntime().removeShutdownHook(interrupted);
        } catch (IllegalStateException shuttingDown) {
            // It is being said.
        }
    }

    /// Names every file that could not be read, with the reason, and what others leave out.
    ///
    /// @return how many of them count as failed: a file of a kind that cannot be read counts only
    ///   if it was named itself
    static int nameProblems(Console console, IngestReport report, Collection<Path> given) {
        int failed = 0;
        for (LibraryFile file :
                report.problems().stream()
                        .sorted(Comparator.comparing(LibraryFile::path))
                        .toList()) {
            boolean counts = FileLine.counts(file, given);
            if (counts) {
                failed++;
                console.note(file.path() + ": " + FileLine.reason(console, file));
            }
        }
        report.files().forEach(file -> nameGaps(console, file));
        return failed;
    }

    /// Says what the text of a file leaves out, if anything.
    static void nameGaps(Console console, LibraryFile file) {
        String gaps = FileText.quality(console.messages(), file);
        if (!gaps.isEmpty()) {
            console.note(file.path() + ": " + gaps);
        }
    }
}
