package org.fumikura.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.fumikura.app.Composition;
import org.fumikura.rag.RagException;
import org.fumikura.rag.library.FilePresence;
import org.fumikura.rag.library.LibraryFile;
import org.fumikura.rag.library.archive.LibraryImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `library import`: takes in a library that another machine exported.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Take in a library that was exported elsewhere. The home must be empty, or --replace"
                        + " be given: then the library in it is set aside.")
final class LibraryImportCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = "--replace",
            description = "Set the library in the home aside, in its folder before-import.")
    private boolean replace;

    @Parameters(paramLabel = "FILE", description = "The exported library.")
    private Path archive = Path.of("");

    LibraryImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (!Files.isReadable(archive)) {
            session.console().note(session.text("cli.archive.missing", archive.toString()));
            return ExitCode.USAGE;
        }
        boolean empty = session.with(LibraryImportCommand::files) == 0;
        if (!empty && !replace) {
            throw new RagException(
                    RagException.Code.LIBRARY_NOT_EMPTY, session.root().home().folder().toString());
        }
        var importing = new LibraryImport(session.root().home().folder());
        importing.unpack(archive.toAbsolutePath(), new ArchiveProgress(session));
        int code = session.with(this::tell);
        if (!empty) {
            session.console()
                    .note(session.text("cli.archive.aside", importing.setAside().toString()));
        }
        return code;
    }

    private static int files(Composition services) {
        return services.library().files().size();
    }

    private int tell(Composition services) {
        List<LibraryFile> files = services.library().files();
        session.console().print(session.text("cli.archive.imported", files.size()));
        long away = files.stream().filter(file -> file.presence() != FilePresence.HERE).count();
        if (away > 0) {
            session.console().note(session.text("cli.archive.away", away));
        }
        return ExitCode.DONE;
    }
}
