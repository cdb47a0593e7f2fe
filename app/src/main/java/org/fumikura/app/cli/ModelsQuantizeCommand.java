package org.fumikura.app.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.fumikura.app.models.LocalModels;
import org.fumikura.inference.CancellationToken;
import org.fumikura.inference.catalog.ModelEntry;
import org.fumikura.inference.gguf.Quantization;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `models quantize`: makes a smaller model of one that is here.
@Command(
        name = "quantize",
        mixinStandardHelpOptions = true,
        description = "Store a model's weights in a smaller form, as a model of its own.")
final class ModelsQuantizeCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "ID")
    private String id = "";

    @Parameters(index = "1", paramLabel = "FORM", description = "For example Q4_K_M.")
    private String form = "";

    ModelsQuantizeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String wanted = form.toUpperCase(Locale.ROOT);
        if (!Quantization.targets().contains(wanted)) {
            String forms = String.join(", ", Quantization.targets());
            session.console().note(session.text("cli.models.forms", form, forms));
            return ExitCode.USAGE;
        }
        return session.withModels(models -> shrink(models, wanted));
    }

    private int shrink(LocalModels models, String wanted) {
        ModelEntry entry = models.store().get(id);
        ModelEntry smaller =
                models.shrink(
                        entry,
                        wanted,
                        progress -> ModelFetch.tell(session.console(), progress.label(), progress),
                        new CancellationToken());
        session.console().print(session.text("cli.models.imported", smaller.title(), smaller.id()));
        return ExitCode.DONE;
    }
}
