package org.fumikura.app.models;

import dev.langchain4j.model.scoring.ScoringModel;
import java.util.Optional;
import java.util.function.Supplier;
import org.fumikura.inference.catalog.ModelEntry;
import org.fumikura.inference.catalog.ModelStore;
import org.fumikura.inference.engine.LocalScoringModel;
import org.fumikura.inference.engine.Worker;
import org.jspecify.annotations.Nullable;

/// The model among the person's own that scores pairs of texts in one of the two roles that do
/// without one, once they chose it. May be used from any thread.
public final class LocalScorer implements AutoCloseable {
    private final ModelCard.Role role;
    private final ModelStore store;
    private final Running running;
    private final ModelChoices choices;
    private final Supplier<ModelTuning> tuning;
    private @Nullable InUse<LocalScoringModel> current;

    LocalScorer(
            ModelCard.Role role,
            ModelStore store,
            Running running,
            ModelChoices choices,
            Supplier<ModelTuning> tuning) {
        this.role = role;
        this.store = store;
        this.running = running;
        this.choices = choices;
        this.tuning = tuning;
    }

    /// The one chosen, as long as it is on this machine.
    Optional<ModelEntry> chosen() {
        return choices.chosen(role).flatMap(store::find).filter(store::isInstalled);
    }

    /// Works with this one from now on, or with none if it is the one chosen.
    void toggle(String id) {
        boolean off = chosen().filter(entry -> entry.id().equals(id)).isPresent();
        choices.choose(role, off ? "" : id);
    }

    /// The model, once its process can answer: neither a search nor an answer waits for one to be
    /// loaded. The first call starts the process.
    public synchronized Optional<ScoringModel> ready() {
        return inUse().flatMap(this::ifReady);
    }

    /// The model, whose first call waits for its process.
    public synchronized Optional<ScoringModel> present() {
        return inUse().map(InUse::model);
    }

    private Optional<ScoringModel> ifReady(InUse<LocalScoringModel> now) {
        if (now.state() instanceof ModelState.Ready) {
            return Optional.of(now.model());
        }
        Thread.ofVirtual().name("scorer").start(() -> start(now.worker()));
        return Optional.empty();
    }

    private Optional<InUse<LocalScoringModel>> inUse() {
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
        return Optional.of(now);
    }

    private InUse<LocalScoringModel> open(ModelEntry entry) {
        LocalScoringModel model =
                running.openScorer(role, store.path(entry.id()), entry, tuning.get());
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
