package org.fumikura.app.models;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.fumikura.app.fx.FrameBatcher;
import org.fumikura.app.fx.Lanes;

/// The models as they change. On the UI thread.
public final class ModelsViewModel implements AutoCloseable {
    private final Lanes lanes;
    private final ModelSetup setup;
    private final ObservableList<ModelCard> models = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<SetupState> state =
            new ReadOnlyObjectWrapper<>(new SetupState.Unknown());
    private final ImportsViewModel imports;
    private final ModelSetup.Subscription subscription;

    public ModelsViewModel(Lanes lanes, ModelSetup setup) {
        this.lanes = lanes;
        this.setup = setup;
        imports = new ImportsViewModel(lanes, setup, this::refresh);
        subscription = setup.subscribe(new FrameBatcher<>(lanes.ui(), this::changed));
        refresh();
    }

    /// Every model that can be chosen, in the catalogue's order.
    public ObservableList<ModelCard> models() {
        return models;
    }

    /// Whether the chosen models are there.
    public ReadOnlyObjectProperty<SetupState> state() {
        return state.getReadOnlyProperty();
    }

    /// The chosen models.
    public List<ModelCard> chosen() {
        return models.stream().filter(card -> card.use() == ModelCard.Use.CHOSEN).toList();
    }

    /// The chosen model that writes the answers.
    public Optional<ModelCard> chat() {
        return chosen().stream().filter(card -> card.role() == ModelCard.Role.CHAT).findFirst();
    }

    /// Whether a chosen model is on another machine, so that what is asked leaves this one.
    public boolean usesAnotherMachine() {
        return chosen().stream().anyMatch(card -> card.place() == ModelCard.Place.ELSEWHERE);
    }

    /// Gets the chosen models that are missing.
    public void fetch() {
        lanes.work().execute(setup::fetchChosen);
    }

    /// Stops getting them.
    public void cancel() {
        lanes.work().execute(setup::cancelFetch);
    }

    /// Model files of the person's own on their way here.
    public ImportsViewModel imports() {
        return imports;
    }

    /// Works with this model from the next question on.
    public void choose(ModelCard card) {
        lanes.fetch(
                () -> {
                    setup.choose(card.id());
                    return setup.models();
                },
                this::replace,
                this::failed);
    }

    /// Ends listening.
    @Override
    public void close() {
        subscription.close();
    }

    /// Reads the list again.
    public void refresh() {
        lanes.fetch(setup::models, this::replace, this::failed);
    }

    private void replace(List<ModelCard> cards) {
        models.setAll(cards);
        state.set(SetupState.of(chosen()));
    }

    private void changed(List<ModelCard> cards) {
        for (ModelCard card : cards) {
            for (int i = 0; i < models.size(); i++) {
                if (models.get(i).id().equals(card.id()) && !models.get(i).equals(card)) {
                    models.set(i, card);
                }
            }
        }
        state.set(SetupState.of(chosen()));
    }

    private void failed(RuntimeException fault) {
        state.set(new SetupState.Failed(fault));
    }
}
