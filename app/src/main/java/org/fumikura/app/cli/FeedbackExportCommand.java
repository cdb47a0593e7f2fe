package org.fumikura.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.fumikura.app.Composition;
import org.fumikura.rag.feedback.FeedbackExport;
import org.fumikura.rag.feedback.Judgements;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `feedback export`: writes feedback out as training data.
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Write your feedback into a file of JSON lines, with questions, passages and answers.")
final class FeedbackExportCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = "--as",
            required = true,
            paramLabel = "preferences|supervised",
            description = "preferences: prompt, chosen, rejected. supervised: prompt, completion.")
    private FeedbackExport.Form form = FeedbackExport.Form.PREFERENCES;

    @Parameters(arity = "1", paramLabel = "FILE", description = "Must not be there yet.")
    private Path file = Path.of("");

    FeedbackExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (Files.exists(file)) {
            session.console().note(session.text("cli.archive.exists", file.toString()));
            return ExitCode.USAGE;
        }
        return session.with(this::export);
    }

    private int export(Composition services) {
        Console console = session.console();
        try {
            int lines =
                    FeedbackExport.write(
                            new Judgements(services.feedback().all(), services.comparisons().all()),
                            form,
                            file);
            console.print(session.text("cli.feedback.exported", lines, file.toString()));
            return ExitCode.DONE;
        } catch (IOException refused) {
            console.note(session.text("cli.feedback.unwritable", file.toString()));
            return ExitCode.SOME_FAILED;
        }
    }
}
