package org.fumikura.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.fumikura.app.ReadServices;
import org.fumikura.app.door.DoorRequest;
import org.fumikura.app.library.Coverage;
import org.fumikura.app.library.CoverageText;
import org.fumikura.app.library.Duplicates;
import org.fumikura.app.models.ModelCard;
import org.fumikura.rag.library.IngestReport;
import org.fumikura.rag.library.LibraryFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `add`: takes files and folders into the library.
@Command(name = "add", mixinStandardHelpOptions = true, description = "Index files and folders.")
final class AddCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--json", description = "One JSON line a file.")
    private boolean json;

    @Option(
            names = "--collection",
            paramLabel = "NAME",
            description = "Put the files and folders into this collection too.")
    private @Nullable String collection;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files and folders.")
    private List<Path> paths = List.of();

    AddCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.taking(DoorRequest.Add.of(paths, collection), this::add);
    }

    private int add(ReadServices services) {
        Console console = session.console();
        if (services.models().embedder().isEmpty()) {
            String title = services.models().chosen(ModelCard.Role.EMBEDDING).title();
            console.note(session.text("cli.add.wordsOnly", title));
        }
        if (collection != null && services.working().isPresent()) {
            services.collections().put(collection, paths);
        }
        IngestReport report = Ingest.run(console, services, paths);
        if (json) {
            Duplicates duplicates = Duplicates.among(services.contents().files());
            for (LibraryFile file : report.files()) {
                console.print(FileLine.of(console, file, duplicates));
            }
        }
        int failed = Ingest.nameProblems(console, report, paths);
        if (!json) {
            int passages = report.files().stream().mapToInt(LibraryFile::passages).sum();
            int read = report.files().size() - report.problems().size();
            console.print(
                    session.text("cli.add.done", read, report.files().size(), passages, failed));
        }
        Coverage coverage = Coverage.of(report.files(), Duplicates.among(report.files()));
        console.note(CoverageText.line(console.messages(), coverage));
        return failed > 0 ? ExitCode.SOME_FAILED : ExitCode.DONE;
    }
}
