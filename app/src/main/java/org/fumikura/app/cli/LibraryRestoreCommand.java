package org.fumikura.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.fumikura.app.Composition;
import org.fumikura.rag.library.IngestReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `library restore`: takes back what was taken out.
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Take back files that were taken out or deleted within the last seven days.")
final class LibraryRestoreCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(arity = "1..*", paramLabel = "PATH")
    private List<Path> paths = List.of();

    LibraryRestoreCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.with(this::restore);
    }

    private int restore(Composition services) {
        IngestReport report = Waiting.on(services.library().restore(paths).meaning());
        report.files().forEach(file -> session.console().print(file.path().toString()));
        session.console().note(session.text("cli.library.restored", report.files().size()));
        return report.files().isEmpty() ? ExitCode.SOME_FAILED : ExitCode.DONE;
    }
}
