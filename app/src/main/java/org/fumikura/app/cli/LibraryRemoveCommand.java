package org.fumikura.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.fumikura.app.Composition;
import org.fumikura.rag.library.LibraryFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `library remove`: takes files out of the library, never off the disk.
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = "Take files and folders out of the library; they stay on the disk.")
final class LibraryRemoveCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(arity = "1..*", paramLabel = "PATH")
    private List<Path> paths = List.of();

    LibraryRemoveCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.with(this::remove);
    }

    private int remove(Composition services) {
        List<LibraryFile> removed = services.library().remove(paths);
        removed.forEach(file -> session.console().print(file.path().toString()));
        session.console().note(session.text("cli.library.removed", removed.size()));
        return removed.isEmpty() ? ExitCode.SOME_FAILED : ExitCode.DONE;
    }
}
