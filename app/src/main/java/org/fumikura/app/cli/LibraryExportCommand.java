package org.fumikura.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.fumikura.app.Composition;
import org.fumikura.app.text.Sizes;
import org.fumikura.rag.library.archive.LibraryExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `library export`: writes the library into one file.
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Write the library into one file: the documents' texts, the index, collections,"
                        + " conversations and settings. The documents' own files, models and keys"
                        + " are not in it.")
final class LibraryExportCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "FILE", description = "The file to write; it must not be there yet.")
    private Path archive = Path.of("");

    LibraryExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (Files.exists(archive)) {
            session.console().note(session.text("cli.archive.exists", archive.toString()));
            return ExitCode.USAGE;
        }
        return session.with(this::export);
    }

    private int export(Composition services) {
        Console console = session.console();
        int files = services.library().files().size();
        long bytes =
                LibraryExport.write(
                        services.library(),
                        session.root().home().scratch(),
                        archive.toAbsolutePath(),
                        new ArchiveProgress(session));
        console.print(
                session.text(
                        "cli.archive.exported",
                        archive.toString(),
                        files,
                        Sizes.bytes(console.messages(), bytes)));
        console.note(session.text("cli.archive.left"));
        return ExitCode.DONE;
    }
}
