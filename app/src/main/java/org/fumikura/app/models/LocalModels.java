package org.fumikura.app.models;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fumikura.inference.CancellationToken;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.Progress;
import org.fumikura.inference.catalog.ModelCatalog;
import org.fumikura.inference.catalog.ModelDownloader;
import org.fumikura.inference.catalog.ModelEntry;
import org.fumikura.inference.catalog.ModelStore;
import org.fumikura.inference.engine.BackgroundGate;
import org.fumikura.inference.engine.LocalChatModel;
import org.fumikura.inference.engine.LocalEmbeddingModel;
import org.fumikura.inference.engine.Worker;
import org.fumikura.inference.engine.WorkerSettings;
import org.fumikura.inference.fit.MachineMemory;
import org.fumikura.inference.remote.Endpoint;
import org.jspecify.annotations.Nullable;

/// The models on this machine and the two that are in use. May be called from any thread.
public final class LocalModels implements ModelSetup, AutoCloseable {
    private final ModelCatalog catalog;
    private final ModelStore store;
    private final ModelFit fit;
    private final ModelDownloader downloader;
    private final LocalRuntime runtime;
    private final RemoteModels remote;
    private final Running running;
    private final LendableChoices choices;
    private final Supplier<ModelTuning> tuning;
    private final Arrivals arrivals;
    private final LocalScorers scorers;
    private final StateWatch watch;
    private final List<Consumer<ModelCard>> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, ModelState> passing = new HashMap<>();

    private @Nullable InUse<LocalChatModel> chat;
    private @Nullable InUse<LocalEmbeddingModel> embedder;

    /// @param runtime the current llama.cpp, or its place
    /// @param remote the models on other machines
    /// @param natives where native libraries are unpacked
    /// @param tuning how the person wants models to be run, asked each time one is needed
    public LocalModels(
            ModelCatalog catalog,
            ModelStore store,
            ModelDownloader downloader,
            LocalRuntime runtime,
            RemoteModels remote,
            Path natives,
            ModelChoices choices,
            Supplier<ModelTuning> tuning) {
        this.catalog = catalog;
        this.store = store;
        this.downloader = downloader;
        this.runtime = runtime;
        this.remote = remote;
        this.running = new Running(runtime, natives, new BackgroundGate());
        this.choices = new LendableChoices(choices);
        this.tuning = tuning;
        this.arrivals = new Arrivals(store, downloader, runtime, this::stands);
        this.scorers = new LocalScorers(store, running, this.choices, tuning);
        this.watch = new StateWatch(this::inUse, this::state, this::tell);
        this.fit = new ModelFit(store, runtime, MachineMemory::now);
    }

    /// The model on another machine chosen for a role, if one is; the local one is not used then.
    public Optional<Endpoint> elsewhere(ModelCard.Role role) {
        return choices.chosen(role).flatMap(remote::find);
    }

    /// The local model chosen for a role, on this machine or not; the standard one where another
    /// machine's was chosen.
    public ModelEntry chosen(ModelCard.Role role) {
        String fallback =
                switch (role) {
                    case CHAT -> catalog.defaults().chat();
                    case EMBEDDING -> catalog.defaults().embedding();
                    case RERANK, ENTAILMENT ->
                            throw new IllegalArgumentException("none is standard: " + role);
                };
        return choices.chosen(role).flatMap(store::find).orElseGet(() -> catalog.get(fallback));
    }

    /// The chosen models that have to be brought to this machine.
    public List<ModelEntry> missing() {
        return Stream.of(ModelCard.Role.EMBEDDING, ModelCard.Role.CHAT)
                .filter(role -> elsewhere(role).isEmpty())
                .map(this::chosen)
                .filter(entry -> !store.isInstalled(entry))
                .toList();
    }

    /// The model that writes answers, run as the person wants it now. Its process starts with the
    /// first call.
    ///
    /// @throws InferenceException `MODEL_MISSING` if it is not on this machine, `MODEL_TOO_LARGE`
    ///   if the memory that is free does not hold it
    public synchronized LocalChatModel chat() {
        ModelEntry entry = chosen(ModelCard.Role.CHAT);
        WorkerSettings settings = running.chat(store.path(entry.id()), entry, tuning.get());
        InUse<LocalChatModel> current = chat;
        if (current != null && current.worker().settings().equals(settings)) {
            return current.model();
        }
        if (current != null) {
            current.model().close();
            chat = null;
        }
        fit.requireRoom(entry, settings.contextTokens());
        LocalChatModel model = running.open(entry, settings);
        chat = new InUse<>(entry.id(), model, model.worker());
        return model;
    }

    /// The chat model once more, on a runtime of choice and in a process of its own.
    ///
    /// @return the caller's to close
    /// @throws InferenceException as [#chat()] says
    public LocalChatModel openChat(RuntimePreference on) {
        ModelEntry entry = chosen(ModelCard.Role.CHAT);
        ModelTuning wanted = tuning.get().withRuntime(on);
        WorkerSettings settings = running.chat(store.path(entry.id()), entry, wanted);
        fit.requireRoom(entry, settings.contextTokens());
        return running.open(entry, settings);
    }

    /// The model that finds by meaning; empty while it is not on this machine. Its process starts
    /// with the first call.
    public synchronized Optional<LocalEmbeddingModel> embedder() {
        InUse<LocalEmbeddingModel> current = embedder;
        if (current != null) {
            return Optional.of(current.model());
        }
        ModelEntry entry = chosen(ModelCard.Role.EMBEDDING);
        if (!store.isInstalled(entry)) {
            return Optional.empty();
        }
        LocalEmbeddingModel model =
                running.openEmbedder(store.path(entry.id()), entry, tuning.get());
        embedder = new InUse<>(entry.id(), model, model.worker());
        return Optional.of(model);
    }

    /// The embedder once more, on a runtime of choice and in a process of its own.
    ///
    /// @return the caller's to close
    /// @throws InferenceException `MODEL_MISSING` if it is not on this machine
    public LocalEmbeddingModel openEmbedder(RuntimePreference on) {
        ModelEntry entry = chosen(ModelCard.Role.EMBEDDING);
        ModelTuning wanted = tuning.get().withRuntime(on);
        return running.openEmbedder(store.path(entry.id()), entry, wanted);
    }

    /// What models run on, and why. Loads the embedder, or without it the chat model, to find out.
    public RuntimeReport runtimeReport() {
        ModelTuning wanted = tuning.get();
        return RuntimeReport.of(wanted.runtime(), runtime, loadedWorker());
    }

    private Optional<Worker> loadedWorker() {
        Optional<Worker> worker = embedder().map(LocalEmbeddingModel::worker);
        if (worker.isEmpty() && store.isInstalled(chosen(ModelCard.Role.CHAT))) {
            worker = Optional.of(chat().worker());
        }
        worker.ifPresent(Worker::start);
        return worker;
    }

    /// Brings a model here and returns when it is here.
    ///
    /// @throws InferenceException as [ModelDownloader#get] says
    public void fetch(ModelEntry entry, Consumer<Progress> progress, CancellationToken cancel) {
        downloader.get(entry, progress, cancel);
    }

    /// Copies a person's own model file into the models folder.
    ///
    /// @throws InferenceException as [ModelImport#add] says
    public ModelEntry take(Path file, Consumer<Progress> progress, CancellationToken cancel) {
        return arrivals.take(file, progress, cancel);
    }

    /// Stores a model in a smaller form, as a model of its own beside it.
    ///
    /// @param form one of [Quantization#targets()]
    /// @throws InferenceException as [org.fumikura.inference.engine.Quantizer#run] says
    public ModelEntry shrink(
            ModelEntry entry, String form, Consumer<Progress> progress, CancellationToken cancel) {
        return arrivals.shrink(entry, form, progress, cancel);
    }

    /// What there is to know of a model.
    public ModelFacts facts(ModelEntry entry) {
        return ModelFacts.of(store, entry, tuning.get().contextTokens());
    }

    /// The models on this machine.
    public ModelStore store() {
        return store;
    }

    /// The model that the person chose for a role that one can do without, if they did.
    public LocalScorer scorer(ModelCard.Role role) {
        return scorers.of(role);
    }

    /// The models on other machines.
    public RemoteModels remote() {
        return remote;
    }

    /// The current llama.cpp on this machine.
    public LocalRuntime runtime() {
        return runtime;
    }

    /// One model as a person sees it.
    ///
    /// @throws InferenceException `MODEL_UNKNOWN`
    public ModelCard card(String id) {
        return remote.find(id).map(this::card).orElseGet(() -> card(store.get(id)));
    }

    @Override
    public List<ModelCard> models() {
        return Stream.concat(
                        store.entries().stream().map(this::card),
                        remote.all().stream().map(this::card))
                .toList();
    }

    @Override
    public Subscription subscribe(Consumer<ModelCard> listener) {
        listeners.add(listener);
        watch.start();
        return () -> listeners.remove(listener);
    }

    @Override
    public void fetchChosen() {
        arrivals.fetch(this::missing);
    }

    @Override
    public void cancelFetch() {
        arrivals.cancelFetch();
    }

    @Override
    public void importModel(Path file, Consumer<ImportState> listener) {
        arrivals.take(file, listener);
    }

    @Override
    public void cancelImport() {
        arrivals.cancelImport();
    }

    @Override
    public void choose(String id) {
        ModelCard.Role role = card(id).role();
        if (role.isOptional()) {
            List<ModelEntry> before = scorers.chosen();
            scorer(role).toggle(id);
            before.forEach(this::tell);
            tell(store.get(id));
            return;
        }
        change(role, () -> choices.choose(role, id));
    }

    @Override
    public void lend(String id) {
        change(ModelCard.Role.CHAT, () -> choices.lend(id));
    }

    @Override
    public void giveBack() {
        change(ModelCard.Role.CHAT, choices::giveBack);
    }

    private void change(ModelCard.Role role, Runnable choice) {
        String before = inRole(role);
        choice.run();
        for (String changed : List.of(before, inRole(role))) {
            ModelCard card = card(changed);
            listeners.forEach(listener -> listener.accept(card));
        }
    }

    private String inRole(ModelCard.Role role) {
        return elsewhere(role).map(Endpoint::id).orElseGet(() -> chosen(role).id());
    }

    @Override
    public void close() {
        cancelFetch();
        cancelImport();
        listeners.clear();
        watch.close();
        scorers.close();
        synchronized (this) {
            if (chat != null) {
                chat.model().close();
            }
            if (embedder != null) {
                embedder.model().close();
            }
        }
    }

    /// The models in use.
    private List<ModelEntry> inUse() {
        return Stream.concat(
                        Stream.of(ModelCard.Role.CHAT, ModelCard.Role.EMBEDDING).map(this::chosen),
                        scorers.chosen().stream())
                .toList();
    }

    /// Takes note of where a model stands that is on its way, or no longer is.
    private void stands(ModelEntry entry, Optional<ModelState> state) {
        synchronized (this) {
            state.ifPresentOrElse(
                    now -> passing.put(entry.id(), now), () -> passing.remove(entry.id()));
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
                fit.of(entry),
                isChosen(entry) ? ModelCard.Use.CHOSEN : ModelCard.Use.OFFERED,
                ModelCard.Place.HERE,
                state(entry));
    }

    private ModelCard card(Endpoint endpoint) {
        boolean used = elsewhere(RemoteModels.role(endpoint)).filter(endpoint::equals).isPresent();
        return RemoteModels.card(endpoint, used ? ModelCard.Use.CHOSEN : ModelCard.Use.OFFERED);
    }

    private boolean isChosen(ModelEntry entry) {
        if (role(entry).isOptional()) {
            return scorers.chosen().contains(entry);
        }
        return elsewhere(role(entry)).isEmpty() && chosen(role(entry)).equals(entry);
    }

    private synchronized ModelState state(ModelEntry entry) {
        ModelState now = passing.get(entry.id());
        if (now != null) {
            return now;
        }
        if (!store.isInstalled(entry)) {
            return new ModelState.Missing();
        }
        if (chat != null && chat.id().equals(entry.id())) {
            return chat.state();
        }
        if (embedder != null && embedder.id().equals(entry.id())) {
            return embedder.state();
        }
        return scorers.state(entry).orElseGet(ModelState.Installed::new);
    }

    private static ModelCard.Role role(ModelEntry entry) {
        return switch (entry.role()) {
            case CHAT -> ModelCard.Role.CHAT;
            case EMBEDDING -> ModelCard.Role.EMBEDDING;
            case RERANK -> ModelCard.Role.RERANK;
            case ENTAILMENT -> ModelCard.Role.ENTAILMENT;
        };
    }
}
