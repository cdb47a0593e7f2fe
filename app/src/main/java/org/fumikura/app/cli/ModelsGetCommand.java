package org.fumikura.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.fumikura.app.models.LocalModels;
import org.fumikura.inference.catalog.ModelEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `models get`: brings models here.
@Command(
        name = "get",
        mixinStandardHelpOptions = true,
        description = "Get models by id; without one, the chat model and the embedder in use.")
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
        for (String id : ids) {
            wanted.add(models.catalog().get(id));
        }
        if (ids.isEmpty()) {
            wanted.addAll(models.missing());
        }
        ModelFetch.fetch(session.console(), models, wanted);
        session.console().note(session.text("cli.models.allThere"));
        return ExitCode.DONE;
    }
}
