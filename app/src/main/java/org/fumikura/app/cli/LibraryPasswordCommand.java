package org.fumikura.app.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fumikura.app.Composition;
import org.fumikura.rag.library.FileProblem;
import org.fumikura.rag.library.FileState;
import org.fumikura.rag.library.LibraryFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `library password`: reads a locked file with its password.
@Command(
        name = "password",
        mixinStandardHelpOptions = true,
        description = {
            "Read a locked file with its password, which is asked for, or read from standard input.",
            "The password is used once and stored nowhere."
        })
final class LibraryPasswordCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    LibraryPasswordCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Optional<String> password = password();
        if (password.isEmpty()) {
            session.console().note(session.text("cli.library.password.none"));
            return ExitCode.USAGE;
        }
        return session.with(services -> unlock(services, password.get()));
    }

    private int unlock(Composition services, String password) {
        LibraryFile read =
                Waiting.on(services.library().unlock(file, password).meaning()).files().getFirst();
        if (read.has(FileProblem.Kind.NEEDS_PASSWORD)) {
            session.console().note(session.text("cli.library.password.refused", read.path()));
        } else if (read.state() == FileState.PROBLEM) {
            session.console().note(read.path() + ": " + FileLine.reason(session.console(), read));
        } else {
            session.console()
                    .print(
                            session.text(
                                    "cli.library.password.opened",
                                    read.path().toString(),
                                    read.pages(),
                                    read.passages()));
            Ingest.nameGaps(session.console(), read);
        }
        return read.state() == FileState.PROBLEM ? ExitCode.SOME_FAILED : ExitCode.DONE;
    }

    private Optional<String> password() {
        java.io.Console terminal = System.console();
        if (terminal != null && terminal.isTerminal()) {
            char[] typed =
                    terminal.readPassword("%s ", session.text("cli.library.password.question"));
            if (typed == null) {
                return Optional.empty();
            }
            var password = new String(typed);
            Arrays.fill(typed, ' ');
            return Optional.of(password).filter(word -> !word.isEmpty());
        }
        return StandardInput.line();
    }
}
