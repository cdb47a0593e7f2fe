package org.fumikura.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.fumikura.app.models.LocalModels;
import org.fumikura.inference.CancellationToken;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.catalog.ModelEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `models import`: takes a person's own GGUF files in.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Copy GGUF files of your own among the models.")
final class ModelsImportCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(arity = "1..*", paramLabel = "FILE.gguf")
    private List<Path> files = List.of();

    ModelsImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.withModels(this::takeAll);
    }

    private int takeAll(LocalModels models) {
        int code = ExitCode.DONE;
        for (Path file : files) {
            try {
                ModelEntry entry =
                        models.take(
                                file,
                                progress ->
                                        ModelFetch.tell(
                                                session.console(), progress.label(), progress),
                                new CancellationToken());
                session.console()
                        .print(session.text("cli.models.imported", entry.title(), entry.id()));
            } catch (InferenceException fault) {
                session.console().note(file.toString());
                session.console().complain(fault);
                code = ExitCode.SOME_FAILED;
            }
        }
        return code;
    }
}
