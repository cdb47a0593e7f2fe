package org.fumikura.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fumikura.app.ReadServices;
import org.fumikura.app.models.LocalModels;
import org.fumikura.app.models.ModelCard;
import org.fumikura.app.models.RuntimeReport;
import org.fumikura.app.text.Sizes;
import org.fumikura.inference.fit.MachineMemory;
import org.fumikura.rag.RagException;
import org.fumikura.rag.library.LibraryFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `status`: what is where, and what works. Tries the runtime; answers also while another Fumikura
/// has the library open and it cannot be read.
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "The home, the library, the models in use and what they run on.")
final class StatusCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--json", description = "As one JSON object.")
    private boolean json;

    StatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try {
            return session.reading(services ->
                    show(
                            services.models(),
                            Optional.of(StatusJson.LibraryJson.of(files(services)))));
        } catch (RagException fault) {
            if (fault.code() != RagException.Code.LIBRARY_IN_USE) {
                throw fault;
            }
            return session.withModels(models -> show(models, Optional.empty()));
        }
    }

    private static List<LibraryFile> files(ReadServices services) {
        return services.contents().files();
    }

    private int show(LocalModels models, Optional<StatusJson.LibraryJson> library) {
        Console console = session.console();
        RuntimeReport runtime = models.runtimeReport();
        List<ModelCard> chosen =
                models.models().stream()
                        .filter(card -> card.use() == ModelCard.Use.CHOSEN)
                        .toList();
        if (json) {
            console.print(StatusJson.of(session.root().home(), library, chosen, runtime));
            return ExitCode.DONE;
        }
        console.print(session.text("cli.status.home", session.root().home().folder().toString()));
        console.print(
                library.map(counts ->
                                session.text(
                                        "cli.status.library",
                                        counts.files(),
                                        counts.searchable(),
                                        counts.ready(),
                                        counts.problems(),
                                        counts.passages()))
                        .orElseGet(() -> session.text("cli.status.libraryInUse")));
        for (ModelCard card : chosen) {
            console.print(
                    session.text(
                            "cli.status.model." + card.role(),
                            card.title(),
                            session.text("cli.status.state." + StatusJson.state(card))));
        }
        console.print(
                session.text(
                        "cli.status.runtime." + runtime.reason(),
                        runtime.version().isEmpty() ? "" : " (" + runtime.version() + ")",
                        runtime.fault().isEmpty()
                                ? ""
                                : session.text(
                                        "cli.status.fault." + runtime.fault(), runtime.detail())));
        MachineMemory memory = MachineMemory.now();
        console.print(
                session.text(
                        "cli.status.memory",
                        Sizes.bytes(console.messages(), memory.available()),
                        Sizes.bytes(console.messages(), memory.total())));
        return ExitCode.DONE;
    }
}
