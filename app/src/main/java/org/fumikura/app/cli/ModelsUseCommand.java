package org.fumikura.app.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.fumikura.app.models.LocalModels;
import org.fumikura.app.models.ModelCard;
import org.fumikura.inference.InferenceException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `models use`: chooses the model for answers, for searching by meaning, or for putting what was
/// found in order.
@Command(
        name = "use",
        mixinStandardHelpOptions = true,
        description = "Work with this model from now on.")
final class ModelsUseCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "ID", description = "See 'models list'.")
    private String id = "";

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description =
                    "chat, embedding, rerank or entailment: refuse the model if it is for something"
                            + " else.")
    private ModelCard.@Nullable Role role;

    @Option(
            names = "--off",
            description = "Work without this model from now on; of those that one can do without.")
    private boolean off;

    ModelsUseCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.withModels(this::use);
    }

    private int use(LocalModels models) {
        ModelCard card = models.card(id);
        boolean suits = !off || card.role().isOptional();
        if (!suits
                || Optional.ofNullable(role).filter(wanted -> wanted != card.role()).isPresent()) {
            throw new InferenceException(InferenceException.Code.MODEL_UNSUITABLE, id);
        }
        if (!card.role().isOptional() || off == (card.use() == ModelCard.Use.CHOSEN)) {
            models.choose(id);
        }
        String key = off ? "cli.models.unused" : "cli.models.used." + card.role();
        session.console().print(session.text(key, card.title()));
        return ExitCode.DONE;
    }
}
