package org.fumikura.app.models;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.fumikura.inference.CancellationToken;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.Progress;
import org.fumikura.inference.catalog.EmbeddingTraits;
import org.fumikura.inference.catalog.ModelCatalog;
import org.fumikura.inference.catalog.ModelDownloader;
import org.fumikura.inference.catalog.ModelEntry;
import org.fumikura.inference.catalog.ModelStore;
import org.fumikura.inference.catalog.RuntimeNeed;
import org.fumikura.inference.engine.LocalChatModel;
import org.fumikura.inference.engine.LocalEmbeddingModel;
import org.fumikura.inference.engine.Worker;
import org.fumikura.inference.engine.WorkerSettings;
import org.jspecify.annotations.Nullable;

/// The models on this machine and the two that are in use. May be called from any thread.
public final class LocalModels implements ModelSetup, AutoCloseable {
    private static final long MEBIBYTE = 1024 * 1024;
    private static final long PROGRESS_NANOS = 100_000_000;
    private static final long STATE_MILLIS = 400;

    private final ModelCatalog catalog;
    private final ModelStore store;
    private final ModelDownloader downloader;
    private final LocalRuntime runtime;
    private final Path natives;
    private final ModelChoices choices;
    private final List<Consumer<ModelCard>> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, ModelState> passing = new HashMap<>();

    private @Nullable InUse<LocalChatModel> chat;
    private @Nullable InUse<LocalEmbeddingModel> embedder;
    private @Nullable CancellationToken fetching;
    private @Nullable Thread watcher;

    /// @param runtime the current llama.cpp, or its place
    /// @param natives where native libraries are unpacked
    public LocalModels(
            ModelCatalog catalog,
            ModelStore store,
            ModelDownloader downloader,
            LocalRuntime runtime,
            Path natives,
            ModelChoices choices) {
        this.catalog = catalog;
        this.store = store;
        this.downloader = downloader;
        this.runtime = runtime;
        this.natives = natives;
        this.choices = choices;
    }

    /// The model chosen for a role, on this machine or not.
    public ModelEntry chosen(ModelCard.Role role) {
        String fallback =
                switch (role) {
                    case CHAT -> catalog.defaults().chat();
                    case EMBEDDING -> catalog.defaults().embedding();
                    case RERANK -> throw new IllegalArgumentException("no reranker is in use");
                };
        return choices.chosen(role).flatMap(catalog::find).orElseGet(() -> catalog.get(fallback));
    }

    /// The chosen models that are not on this machine.
    public List<ModelEntry> missing() {
        return List.of(chosen(ModelCard.Role.EMBEDDING), chosen(ModelCard.Role.CHAT)).stream()
                .filter(entry -> !store.isInstalled(entry))
                .toList();
    }

    /// The model that writes answers. Its process starts with the first call.
    ///
    /// @throws InferenceException `MODEL_MISSING` if it is not on this machine
    public synchronized LocalChatModel chat() {
        ModelEntry entry = chosen(ModelCard.Role.CHAT);
        InUse<LocalChatModel> current = chat;
        if (current != null && current.id.equals(entry.id())) {
            return current.model;
        }
        Path file = store.path(entry.id());
        if (current != null) {
            current.model.close();
        }
        var worker = new Worker(WorkerSettings.chat(file, natives));
        var model = new LocalChatModel(worker, entry.title());
        chat = new InUse<>(entry.id(), model, worker);
        return model;
    }

    /// The model that finds by meaning; empty while it is not on this machine. Its process starts
    /// with the first call.
    public synchronized Optional<LocalEmbeddingModel> embedder() {
        InUse<LocalEmbeddingModel> current = embedder;
        if (current != null) {
            return Optional.of(current.model);
        }
        ModelEntry entry = chosen(ModelCard.Role.EMBEDDING);
        if (!store.isInstalled(entry)) {
            return Optional.empty();
        }
        EmbeddingTraits traits = entry.embedding().orElseThrow();
        var worker =
                new Worker(
                        WorkerSettings.embedding(
                                store.path(entry.id()), traits.maxTokens(), natives));
        var model = new LocalEmbeddingModel(worker, entry.id(), traits);
        embedder = new InUse<>(entry.id(), model, worker);
        return Optional.of(model);
    }

    /// Brings a model here and returns when it is here.
    ///
    /// @throws InferenceException as [ModelDownloader#get] says
    public void fetch(ModelEntry entry, Consumer<Progress> progress, CancellationToken cancel) {
        downloader.get(entry, progress, cancel);
    }

    /// The models on this machine.
    public ModelStore store() {
        return store;
    }

    /// The current llama.cpp on this machine.
    public LocalRuntime runtime() {
        return runtime;
    }

    /// Every model that can be had.
    public ModelCatalog catalog() {
        return catalog;
    }

    @Override
    public List<ModelCard> models() {
        return catalog.entries().stream().map(this::card).toList();
    }

    @Override
    public Subscription subscribe(Consumer<ModelCard> listener) {
        listeners.add(listener);
        watch();
        return () -> listeners.remove(listener);
    }

    @Override
    public void fetchChosen() {
        var cancel = new CancellationToken();
        synchronized (this) {
            if (fetching != null) {
                return;
            }
            fetching = cancel;
        }
        Thread.ofVirtual().name("model-fetch").start(() -> fetchMissing(cancel));
        Thread.ofVirtual().name("runtime-fetch").start(() -> runtime.fetchIfPossible(cancel));
    }

    @Override
    public void cancelFetch() {
        CancellationToken running;
        synchronized (this) {
            running = fetching;
        }
        if (running != null) {
            running.cancel();
        }
    }

    @Override
    public void choose(String id) {
        ModelEntry entry = catalog.get(id);
        ModelCard.Role role = role(entry);
        ModelEntry before = chosen(role);
        choices.choose(role, id);
        tell(before);
        tell(entry);
    }

    @Override
    public void close() {
        cancelFetch();
        stopWatching();
        synchronized (this) {
            if (chat != null) {
                chat.model.close();
            }
            if (embedder != null) {
                embedder.model.close();
            }
        }
    }

    private void stopWatching() {
        listeners.clear();
        Thread watching;
        synchronized (this) {
            watching = watcher;
        }
        if (watching == null) {
            return;
        }
        watching.interrupt();
        try {
            watching.join();
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }

    /// Starts looking after the processes' states, which no event tells, while somebody listens.
    private synchronized void watch() {
        if (watcher == null) {
            watcher = Thread.ofVirtual().name("model-states").start(this::tellChangedStates);
        }
    }

    private void tellChangedStates() {
        var told = new HashMap<ModelCard.Role, ModelState>();
        try {
            while (!listeners.isEmpty()) {
                for (var role : List.of(ModelCard.Role.CHAT, ModelCard.Role.EMBEDDING)) {
                    ModelEntry entry = chosen(role);
                    ModelState now = state(entry);
                    ModelState before = told.put(role, now);
                    if (before != null && !before.equals(now)) {
                        tell(entry);
                    }
                }
                Thread.sleep(STATE_MILLIS);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            synchronized (this) {
                watcher = null;
            }
        }
    }

    private void fetchMissing(CancellationToken cancel) {
        try {
            for (ModelEntry entry : missing()) {
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
        enter(entry, new ModelState.Fetching(0, entry.sizeBytes()));
        try {
            downloader.get(entry, new Throttled(entry), cancel);
            leave(entry);
            return true;
        } catch (InferenceException fault) {
            if (fault.code() == InferenceException.Code.CANCELLED) {
                leave(entry);
            } else {
                enter(entry, new ModelState.Failed(fault));
            }
            return false;
        }
    }

    private void enter(ModelEntry entry, ModelState state) {
        synchronized (this) {
            passing.put(entry.id(), state);
        }
        tell(entry);
    }

    private void leave(ModelEntry entry) {
        synchronized (this) {
            passing.remove(entry.id());
        }
        tell(entry);
    }

    private void tell(ModelEntry entry) {
        ModelCard card = card(entry);
        listeners.forEach(listener -> listener.accept(card));
    }

    private ModelCard card(ModelEntry entry) {
        return new ModelCard(
                entry.id(),
                role(entry),
                entry.title(),
                entry.licence(),
                entry.languages(),
                entry.sizeBytes(),
                entry.memoryMb(),
                fit(entry),
                isChosen(entry) ? ModelCard.Use.CHOSEN : ModelCard.Use.OFFERED,
                state(entry));
    }

    private boolean isChosen(ModelEntry entry) {
        return role(entry) != ModelCard.Role.RERANK && chosen(role(entry)).equals(entry);
    }

    private synchronized ModelState state(ModelEntry entry) {
        ModelState now = passing.get(entry.id());
        if (now != null) {
            return now;
        }
        if (!store.isInstalled(entry)) {
            return new ModelState.Missing();
        }
        var states = new EnumMap<Worker.State, ModelState>(Worker.State.class);
        states.put(Worker.State.STOPPED, new ModelState.Installed());
        states.put(Worker.State.LOADING, new ModelState.Loading());
        states.put(Worker.State.READY, new ModelState.Ready());
        states.put(Worker.State.BUSY, new ModelState.Ready());
        for (InUse<?> used : Arrays.asList(chat, embedder)) {
            if (used != null && used.id.equals(entry.id())) {
                return states.getOrDefault(used.worker.state(), new ModelState.Installed());
            }
        }
        return new ModelState.Installed();
    }

    private static ModelCard.Fit fit(ModelEntry entry) {
        if (entry.runtime() == RuntimeNeed.CURRENT) {
            return ModelCard.Fit.NEEDS_RUNTIME;
        }
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long memory = system.getTotalMemorySize() / MEBIBYTE;
        return entry.memoryMb() > memory * 3 / 4 ? ModelCard.Fit.TOO_LARGE : ModelCard.Fit.FITS;
    }

    private static ModelCard.Role role(ModelEntry entry) {
        return switch (entry.role()) {
            case CHAT -> ModelCard.Role.CHAT;
            case EMBEDDING -> ModelCard.Role.EMBEDDING;
            case RERANK -> ModelCard.Role.RERANK;
        };
    }

    /// A model with the process it runs in.
    private record InUse<M>(String id, M model, Worker worker) {}

    /// Turns progress into states, at most ten a second.
    private final class Throttled implements Consumer<Progress> {
        private final ModelEntry entry;
        private long last;

        Throttled(ModelEntry entry) {
            this.entry = entry;
        }

        @Override
        public void accept(Progress progress) {
            long now = System.nanoTime();
            if (now - last < PROGRESS_NANOS) {
                return;
            }
            last = now;
            boolean whole = progress.total() > 0 && progress.done() >= progress.total();
            enter(
                    entry,
                    whole
                            ? new ModelState.Checking()
                            : new ModelState.Fetching(progress.done(), progress.total()));
        }
    }
}
