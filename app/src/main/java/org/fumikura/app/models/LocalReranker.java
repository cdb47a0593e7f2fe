package org.fumikura.app.models;

import dev.langchain4j.model.scoring.ScoringModel;
import java.util.Optional;
import java.util.function.Supplier;
import org.fumikura.inference.catalog.ModelEntry;
import org.fumikura.inference.catalog.ModelStore;
import org.fumikura.inference.engine.LocalScoringModel;
import org.fumikura.inference.engine.Worker;
import org.jspecify.annotations.Nullable;

/// The reranker among the person's own models, once they chose one. May be used from any thread.
public final class LocalReranker implements AutoCloseable {
    private final ModelStore store;
    private final Running running;
    private final ModelChoices choices;
    private final Supplier<ModelTuning> tuning;
    private @Nullable InUse<LocalScoringModel> current;

    LocalReranker(
            ModelStore store, Running running, ModelChoices choices, Supplier<ModelTuning> tuning) {
        this.store = store;
        this.running = running;
        this.choices = choices;
        this.tuning = tuning;
    }

    /// The one chosen, as long as it is on this machine.
    Optional<ModelEntry> chosen() {
        return choices.chosen(ModelCard.Role.RERANK)
                .flatMap(store::find)
                .filter(store::isInstalled);
    }

    /// Works with this one from now on, or with none if it is the one chosen.
    void toggle(String id) {
        boolean off = chosen().filter(entry -> entry.id().equals(id)).isPresent();
        choices.choose(ModelCard.Role.RERANK, off ? "" : id);
    }

    /// The reranker, once its process can answer: a search does not wait for a model to be loaded.
    /// The first call starts the process.
    public synchronized Optional<ScoringModel> ready() {
        Optional<ModelEntry> wanted = chosen();
        InUse<LocalScoringModel> used = current;
        if (used != null && wanted.filter(entry -> entry.id().equals(used.id())).isEmpty()) {
            used.model().close();
            current = null;
        }
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        InUse<LocalScoringModel> now = current == null ? open(wanted.get()) : current;
        current = now;
        if (now.state() instanceof ModelState.Ready) {
            return Optional.of(now.model());
        }
        Thread.ofVirtual().name("reranker").start(() -> start(now.worker()));
        return Optional.empty();
    }

    private InUse<LocalScoringModel> open(ModelEntry entry) {
        LocalScoringModel model = running.openReranker(store.path(entry.id()), entry, tuning.get());
        return new InUse<>(entry.id(), model, model.worker());
    }

    private static void start(Worker worker) {
        try {
            worker.start();
        } catch (RuntimeException fault) {
            // The model's state says so, in the list of models.
        }
    }

    /// How it stands; empty if this is not the one in use.
    synchronized Optional<ModelState> state(ModelEntry entry) {
        InUse<LocalScoringModel> used = current;
        return used != null && used.id().equals(entry.id())
                ? Optional.of(used.state())
                : Optional.empty();
    }

    @Override
    public synchronized void close() {
        if (current != null) {
            current.model().close();
        }
    }
}
