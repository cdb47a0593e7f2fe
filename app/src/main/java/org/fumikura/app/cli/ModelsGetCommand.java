package org.fumikura.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fumikura.app.models.LocalModels;
import org.fumikura.app.models.LocalRuntime;
import org.fumikura.inference.catalog.ModelEntry;
import org.fumikura.inference.catalog.Platform;
import org.fumikura.inference.catalog.RuntimeBuild;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `models get`: brings models here.
@Command(
        name = "get",
        mixinStandardHelpOptions = true,
        description = {
            "Get models by id; without one, the chat model and the embedder in use.",
            "'runtime' is the current llama.cpp, which makes answers about twice as fast."
        })
final class ModelsGetCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(arity = "0..*", paramLabel = "ID", description = "See 'models list'.")
    private List<String> ids = List.of();

    ModelsGetCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.withModels(this::get);
    }

    private int get(LocalModels models) {
        List<ModelEntry> wanted = new ArrayList<>();
        List<RuntimeBuild> builds = new ArrayList<>();
        for (String id : ids) {
            Optional<RuntimeBuild> build = models.runtime().named(id);
            if (build.isPresent()) {
                builds.add(build.get());
            } else if (id.equals(LocalRuntime.ID)) {
                session.console().note(session.text("cli.models.runtimeNone", Platform.here()));
                return ExitCode.NOT_READY;
            } else {
                wanted.add(models.store().get(id));
            }
        }
        if (ids.isEmpty()) {
            ModelFetch.fetchMissing(session.console(), models);
        }
        builds.forEach(build -> ModelFetch.fetch(session.console(), models.runtime(), build));
        ModelFetch.fetch(session.console(), models, wanted);
        session.console().note(session.text("cli.models.allThere"));
        return ExitCode.DONE;
    }
}
