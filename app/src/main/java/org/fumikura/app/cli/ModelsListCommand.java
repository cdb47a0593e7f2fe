package org.fumikura.app.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.fumikura.app.models.LocalModels;
import org.fumikura.app.models.LocalRuntime;
import org.fumikura.app.models.ModelCard;
import org.fumikura.app.models.ModelFacts;
import org.fumikura.app.text.Sizes;
import org.fumikura.inference.catalog.ModelEntry;
import org.fumikura.inference.catalog.RuntimeBuild;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `models list`: every model of the catalogue and whether it is here.
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Every model that can be had.")
final class ModelsListCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--json", description = "One JSON line a model.")
    private boolean json;

    ModelsListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.withModels(this::list);
    }

    private int list(LocalModels models) {
        Console console = session.console();
        for (ModelCard card : models.models()) {
            if (card.place() == ModelCard.Place.ELSEWHERE) {
                listElsewhere(card);
                continue;
            }
            ModelEntry entry = models.store().get(card.id());
            boolean installed = models.store().isInstalled(entry);
            ModelFacts facts = models.facts(entry);
            if (json) {
                console.print(ModelJson.of(card, entry, facts, installed));
            } else {
                boolean chosen = card.use() == ModelCard.Use.CHOSEN;
                console.print(
                        session.text(
                                "cli.models.line",
                                chosen ? "*" : " ",
                                card.id(),
                                Sizes.bytes(console.messages(), card.sizeBytes()),
                                licence(card.licence()),
                                session.text(state(installed)),
                                session.text(
                                        "cli.models.facts",
                                        facts.architecture(),
                                        facts.quantization(),
                                        facts.contextTokens(),
                                        Sizes.bytes(console.messages(), facts.needBytes()))));
            }
        }
        models.runtime().builds().forEach(build -> list(models.runtime(), build));
        return ExitCode.DONE;
    }

    private void listElsewhere(ModelCard card) {
        if (json) {
            session.console().print(ModelJson.of(card));
            return;
        }
        String mark = card.use() == ModelCard.Use.CHOSEN ? "*" : " ";
        session.console()
                .print(session.text("cli.models.elsewhere", mark, card.id(), card.title()));
    }

    private void list(LocalRuntime runtime, RuntimeBuild build) {
        boolean installed = runtime.isInstalled(build);
        if (json) {
            session.console().print(ModelJson.of(runtime, build));
            return;
        }
        boolean used = runtime.installed().filter(one -> one.build().equals(build)).isPresent();
        session.console()
                .print(
                        session.text(
                                "cli.models.line",
                                used ? "*" : " ",
                                runtime.name(build),
                                Sizes.bytes(session.console().messages(), build.downloadBytes()),
                                runtime.licence(),
                                session.text(state(installed)),
                                ""));
    }

    private String licence(String known) {
        return known.isEmpty() ? session.text("model.licence.unknown") : known;
    }

    private static String state(boolean installed) {
        return installed ? "cli.models.installed" : "cli.models.notInstalled";
    }

    /// One model.
    ///
    /// @param sha256 empty where the catalogue cannot know it
    record ModelJson(
            String id,
            String title,
            String role,
            String family,
            String licence,
            List<String> languages,
            @JsonProperty("size_bytes") long sizeBytes,
            @JsonProperty("memory_mb") int memoryMb,
            String sha256,
            String architecture,
            String quantization,
            @JsonProperty("context_tokens") int contextTokens,
            @JsonProperty("need_bytes") long needBytes,
            boolean imported,
            @JsonProperty("leaves_this_machine") boolean leavesThisMachine,
            boolean installed,
            boolean chosen) {
        static ModelJson of(ModelCard card, ModelEntry entry, ModelFacts facts, boolean installed) {
            return new ModelJson(
                    card.id(),
                    card.title(),
                    card.role().name().toLowerCase(Locale.ROOT),
                    entry.family(),
                    card.licence(),
                    card.languages(),
                    card.sizeBytes(),
                    card.memoryMb(),
                    entry.sha256().orElse(""),
                    facts.architecture(),
                    facts.quantization(),
                    facts.contextTokens(),
                    facts.needBytes(),
                    entry.isImported(),
                    false,
                    installed,
                    card.use() == ModelCard.Use.CHOSEN);
        }

        static ModelJson of(ModelCard elsewhere) {
            return new ModelJson(
                    elsewhere.id(),
                    elsewhere.title(),
                    elsewhere.role().name().toLowerCase(Locale.ROOT),
                    "",
                    "",
                    List.of(),
                    0,
                    0,
                    "",
                    "",
                    "",
                    0,
                    0,
                    false,
                    true,
                    true,
                    elsewhere.use() == ModelCard.Use.CHOSEN);
        }

        static ModelJson of(LocalRuntime runtime, RuntimeBuild build) {
            return new ModelJson(
                    runtime.name(build),
                    ModelFetch.title(runtime, build),
                    LocalRuntime.ID,
                    "llama.cpp",
                    runtime.licence(),
                    List.of(),
                    build.downloadBytes(),
                    0,
                    "",
                    "",
                    "",
                    0,
                    0,
                    false,
                    false,
                    runtime.isInstalled(build),
                    runtime.installed().filter(one -> one.build().equals(build)).isPresent());
        }
    }
}
