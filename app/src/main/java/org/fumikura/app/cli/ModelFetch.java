package org.fumikura.app.cli;

import java.util.List;
import java.util.Locale;
import org.fumikura.app.models.LocalModels;
import org.fumikura.app.models.LocalRuntime;
import org.fumikura.app.text.Sizes;
import org.fumikura.inference.CancellationToken;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.Progress;
import org.fumikura.inference.catalog.ModelEntry;
import org.fumikura.inference.catalog.RuntimeBuild;

/// Brings models here, telling how far it is. An interrupt (Ctrl-C) ends the process; what came is
/// kept.
final class ModelFetch {
    private ModelFetch() {}

    /// Brings each model that is not here yet.
    static void fetch(Console console, LocalModels models, List<ModelEntry> wanted) {
        for (ModelEntry entry : wanted) {
            if (models.store().isInstalled(entry)) {
                continue;
            }
            String size = Sizes.bytes(console.messages(), entry.sizeBytes());
            console.note(console.text("cli.models.getting", entry.title(), size, entry.licence()));
            models.fetch(
                    entry,
                    progress -> tell(console, entry.title(), progress),
                    new CancellationToken());
            console.note(console.text("cli.models.got", entry.title()));
        }
    }

    /// Brings the chosen models that are not here yet and, the first time, the current llama.cpp,
    /// without which they run too.
    static void fetchMissing(Console console, LocalModels models) {
        List<ModelEntry> missing = models.missing();
        fetch(console, models, missing);
        LocalRuntime runtime = models.runtime();
        if (missing.isEmpty() || runtime.installed().isPresent()) {
            return;
        }
        runtime.standard()
                .ifPresent(build -> {
                    try {
                        fetch(console, runtime, build);
                    } catch (InferenceException fault) {
                        console.complain(fault);
                        console.note(console.text("cli.models.runtimeEmbedded"));
                    }
                });
    }

    /// Brings a build of llama.cpp unless it is here.
    static void fetch(Console console, LocalRuntime runtime, RuntimeBuild build) {
        if (runtime.isInstalled(build)) {
            return;
        }
        String title = title(runtime, build);
        String size = Sizes.bytes(console.messages(), build.downloadBytes());
        console.note(console.text("cli.models.getting", title, size, runtime.licence()));
        runtime.fetch(build, progress -> tell(console, title, progress), new CancellationToken());
        console.note(console.text("cli.models.got", title));
    }

    /// A build's name with its version.
    static String title(LocalRuntime runtime, RuntimeBuild build) {
        return "llama.cpp " + runtime.version() + " " + build.id();
    }

    /// How far a file is.
    static void tell(Console console, String title, Progress progress) {
        String done = Sizes.bytes(console.messages(), progress.done());
        String total = Sizes.bytes(console.messages(), progress.total());
        String percent = String.format(Locale.ROOT, "%3.0f", progress.fraction() * 100);
        console.progress(console.text("cli.models.progress", title, done, total, percent));
    }
}
