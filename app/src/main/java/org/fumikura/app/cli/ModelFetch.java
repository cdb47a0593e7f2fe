package org.fumikura.app.cli;

import java.util.List;
import java.util.Locale;
import org.fumikura.app.models.LocalModels;
import org.fumikura.app.text.Sizes;
import org.fumikura.inference.CancellationToken;
import org.fumikura.inference.Progress;
import org.fumikura.inference.catalog.ModelEntry;

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
                    entry, progress -> tell(console, entry, progress), new CancellationToken());
            console.note(console.text("cli.models.got", entry.title()));
        }
    }

    private static void tell(Console console, ModelEntry entry, Progress progress) {
        String done = Sizes.bytes(console.messages(), progress.done());
        String total = Sizes.bytes(console.messages(), progress.total());
        String percent = String.format(Locale.ROOT, "%3.0f", progress.fraction() * 100);
        console.progress(console.text("cli.models.progress", entry.title(), done, total, percent));
    }
}
