package org.fumikura.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.fumikura.app.ReadServices;
import org.fumikura.app.library.Coverage;
import org.fumikura.app.library.CoverageText;
import org.fumikura.app.library.Duplicates;
import org.fumikura.app.text.FileText;
import org.fumikura.rag.library.FileState;
import org.fumikura.rag.library.LibraryFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `library list`: every file with its state.
@Command(name = "list", mixinStandardHelpOptions = true, description = "Every file with its state.")
final class LibraryListCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--json", description = "One JSON line a file.")
    private boolean json;

    LibraryListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.reading(this::list);
    }

    private int list(ReadServices services) {
        Console console = session.console();
        List<LibraryFile> files = services.contents().files();
        Duplicates duplicates = Duplicates.among(files);
        for (LibraryFile file : files) {
            if (json) {
                console.print(FileLine.of(console, file, duplicates));
            } else {
                String state =
                        file.state() == FileState.PROBLEM
                                ? FileLine.reason(console, file)
                                : FileText.state(console.messages(), file);
                console.print(
                        session.text(
                                "cli.library.file",
                                file.path().toString(),
                                state,
                                file.pages(),
                                file.passages()));
            }
            Ingest.nameGaps(console, file);
        }
        if (!files.isEmpty()) {
            console.note(CoverageText.line(console.messages(), Coverage.of(files, duplicates)));
        } else if (!json) {
            console.note(session.text("cli.library.empty"));
        }
        return ExitCode.DONE;
    }
}
