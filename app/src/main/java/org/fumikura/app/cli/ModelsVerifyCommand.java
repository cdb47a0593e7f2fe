package org.fumikura.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.fumikura.app.models.LocalModels;
import org.fumikura.app.models.LocalRuntime;
import org.fumikura.inference.catalog.ModelEntry;
import org.fumikura.inference.catalog.ModelStore.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `models verify`: compares models with the hashes they should have.
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Check models by their SHA-256; without an id, all that are here.")
final class ModelsVerifyCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(arity = "0..*", paramLabel = "ID")
    private List<String> ids = List.of();

    ModelsVerifyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.withModels(this::verify);
    }

    private int verify(LocalModels models) {
        List<String> wanted = ids.isEmpty() ? installed(models) : ids;
        boolean allWhole = true;
        for (String id : wanted) {
            Verification found =
                    models.runtime()
                            .named(id)
                            .map(models.runtime()::verify)
                            .orElseGet(() -> models.store().verify(id));
            allWhole &= found == Verification.INTACT;
            session.console().print(session.text("cli.models.verify." + found, id));
        }
        return allWhole ? ExitCode.DONE : ExitCode.NOT_READY;
    }

    private static List<String> installed(LocalModels models) {
        LocalRuntime runtime = models.runtime();
        Stream<String> builds =
                runtime.builds().stream().filter(runtime::isInstalled).map(runtime::name);
        return Stream.concat(models.store().installed().stream().map(ModelEntry::id), builds)
                .toList();
    }
}
