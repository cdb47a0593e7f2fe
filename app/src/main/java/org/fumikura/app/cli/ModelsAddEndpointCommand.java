package org.fumikura.app.cli;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fumikura.app.models.LocalModels;
import org.fumikura.inference.remote.Endpoint;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `models add-endpoint`: adds a model on another machine.
@Command(
        name = "add-endpoint",
        mixinStandardHelpOptions = true,
        description = {
            "Add a model on another machine: any server that speaks OpenAI's protocol.",
            "With it chosen, questions and passages leave this machine."
        })
final class ModelsAddEndpointCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "NAME", description = "What to call it.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "URL", description = "For example http://server:8080/v1")
    private URI address = URI.create("");

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "The server's name for the model (default: the first it lists).")
    private @Nullable String model;

    @Option(names = "--role", paramLabel = "ROLE", description = "chat (default) or embedding.")
    private Endpoint.Role role = Endpoint.Role.CHAT;

    @Option(
            names = "--key-stdin",
            description = "Read the server's key from standard input; it is kept encrypted.")
    private boolean keyGiven;

    ModelsAddEndpointCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.withModels(this::add);
    }

    private int add(LocalModels models) {
        try {
            Endpoint endpoint =
                    models.remote().add(name, address, Optional.ofNullable(model), role, key());
            session.console()
                    .print(
                            session.text(
                                    "cli.models.endpointAdded", endpoint.label(), endpoint.id()));
            session.console()
                    .note(session.text("cli.models.endpointLeaves", endpoint.address().getHost()));
            return ExitCode.DONE;
        } catch (IllegalArgumentException nameOrAddress) {
            session.console().note(session.text("cli.models.endpointBad", name, address));
            return ExitCode.USAGE;
        }
    }

    private Optional<String> key() {
        return keyGiven
                ? StandardInput.line().map(String::strip).filter(key -> !key.isEmpty())
                : Optional.empty();
    }
}
