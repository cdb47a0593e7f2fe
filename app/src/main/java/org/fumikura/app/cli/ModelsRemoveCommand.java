package org.fumikura.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fumikura.app.models.LocalModels;
import org.fumikura.inference.catalog.RuntimeBuild;
import org.fumikura.inference.remote.Endpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `models remove`: deletes models from this machine.
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = "Delete models from this machine.")
final class ModelsRemoveCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(arity = "1..*", paramLabel = "ID")
    private List<String> ids = List.of();

    ModelsRemoveCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.withModels(this::remove);
    }

    private int remove(LocalModels models) {
        for (String id : ids) {
            remove(models, id);
            session.console().print(session.text("cli.models.removed", id));
        }
        return ExitCode.DONE;
    }

    private static void remove(LocalModels models, String id) {
        Optional<RuntimeBuild> build = models.runtime().named(id);
        Optional<Endpoint> endpoint = models.remote().find(id);
        if (build.isPresent()) {
            models.runtime().remove(build.get());
        } else if (endpoint.isPresent()) {
            models.remote().remove(endpoint.get());
        } else {
            models.store().remove(id);
        }
    }
}
