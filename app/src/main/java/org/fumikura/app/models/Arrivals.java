package org.fumikura.app.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.fumikura.inference.CancellationToken;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;
import org.fumikura.inference.Progress;
import org.fumikura.inference.catalog.ModelDownloader;
import org.fumikura.inference.catalog.ModelEntry;
import org.fumikura.inference.catalog.ModelImport;
import org.fumikura.inference.catalog.ModelStore;
import org.fumikura.inference.catalog.RuntimeInstall;
import org.fumikura.inference.engine.Quantizer;
import org.jspecify.annotations.Nullable;

/// Models on their way to this machine, each on a thread of its own. May be called from any thread.
final class Arrivals {
    private final ModelStore store;
    private final ModelDownloader downloader;
    private final LocalRuntime runtime;
    private final BiConsumer<ModelEntry, Optional<ModelState>> stands;
    private @Nullable CancellationToken fetching;
    private @Nullable CancellationToken importing;

    /// @param stands told where a model stands that is coming, and with nothing when it came or no
    ///   longer comes
    Arrivals(
            ModelStore store,
            ModelDownloader downloader,
            LocalRuntime runtime,
            BiConsumer<ModelEntry, Optional<ModelState>> stands) {
        this.store = store;
        this.downloader = downloader;
        this.runtime = runtime;
        this.stands = stands;
    }

    /// Starts getting these models, one after another, and beside them the runtime. Does nothing
    /// while that is under way.
    void fetch(Supplier<List<ModelEntry>> missing) {
        var cancel = new CancellationToken();
        synchronized (this) {
            if (fetching != null) {
                return;
            }
            fetching = cancel;
        }
        Thread.ofVirtual().name("model-fetch").start(() -> fetchAll(missing.get(), cancel));
        Thread.ofVirtual().name("runtime-fetch").start(() -> runtime.fetchIfPossible(cancel));
    }

    /// Stops getting them soon.
    void cancelFetch() {
        cancel(fetching());
    }

    /// Starts copying a person's own model file.
    void take(Path file, Consumer<ImportState> listener) {
        var cancel = new CancellationToken();
        synchronized (this) {
            importing = cancel;
        }
        Thread.ofVirtual()
                .name("model-import")
                .start(() -> listener.accept(outcome(file, listener, cancel)));
    }

    /// Copies a person's own model file and returns when it is here.
    ///
    /// @throws InferenceException as [ModelImport#add] says
    ModelEntry take(Path file, Consumer<Progress> progress, CancellationToken cancel) {
        return new ModelImport(store).add(file, progress, cancel);
    }

    /// Stores a model in a smaller form and takes it in as a model of its own.
    ///
    /// @throws InferenceException as [Quantizer#run] and [ModelImport#add] say; `UNSUPPORTED`
    ///   without the current llama.cpp
    ModelEntry shrink(
            ModelEntry entry, String form, Consumer<Progress> progress, CancellationToken cancel) {
        Path libraries =
                runtime.installed()
                        .map(RuntimeInstall::folder)
                        .orElseThrow(
                                () -> new InferenceException(Code.UNSUPPORTED, LocalRuntime.ID));
        Path model = store.path(entry.id());
        String name = entry.id() + "-" + form.toLowerCase(Locale.ROOT) + ".gguf";
        try {
            Path folder = Files.createTempDirectory(store.folder(), ".shrink-");
            Path smaller = folder.resolve(name);
            try {
                new Quantizer(libraries).run(model, smaller, form, progress, cancel);
                return take(smaller, progress, cancel);
            } finally {
                Files.deleteIfExists(smaller);
                Files.deleteIfExists(folder);
            }
        } catch (IOException fault) {
            throw new InferenceException(Code.IO_FAILED, store.folder().toString(), fault);
        }
    }

    /// Stops copying soon.
    void cancelImport() {
        cancel(importing());
    }

    private ImportState outcome(
            Path file, Consumer<ImportState> listener, CancellationToken cancel) {
        var progress =
                new SeldomProgress(now ->
                        listener.accept(
                                new ImportState.Copying(now.label(), now.done(), now.total())));
        try {
            return new ImportState.Done(take(file, progress, cancel).title());
        } catch (InferenceException fault) {
            return fault.code() == Code.CANCELLED
                    ? new ImportState.Stopped()
                    : new ImportState.Failed(fault);
        }
    }

    private void fetchAll(List<ModelEntry> missing, CancellationToken cancel) {
        try {
            for (ModelEntry entry : missing) {
                if (!fetchOne(entry, cancel)) {
                    return;
                }
            }
        } finally {
            synchronized (this) {
                fetching = null;
            }
        }
    }

    private boolean fetchOne(ModelEntry entry, CancellationToken cancel) {
        stands.accept(entry, Optional.of(new ModelState.Fetching(0, entry.sizeBytes())));
        try {
            downloader.get(entry, new SeldomProgress(now -> tell(entry, now)), cancel);
            stands.accept(entry, Optional.empty());
            return true;
        } catch (InferenceException fault) {
            boolean stopped = fault.code() == Code.CANCELLED;
            stands.accept(
                    entry, stopped ? Optional.empty() : Optional.of(new ModelState.Failed(fault)));
            return false;
        }
    }

    private void tell(ModelEntry entry, Progress progress) {
        ModelState state =
                SeldomProgress.isWhole(progress)
                        ? new ModelState.Checking()
                        : new ModelState.Fetching(progress.done(), progress.total());
        stands.accept(entry, Optional.of(state));
    }

    private synchronized @Nullable CancellationToken fetching() {
        return fetching;
    }

    private synchronized @Nullable CancellationToken importing() {
        return importing;
    }

    private static void cancel(@Nullable CancellationToken running) {
        if (running != null) {
            running.cancel();
        }
    }
}
