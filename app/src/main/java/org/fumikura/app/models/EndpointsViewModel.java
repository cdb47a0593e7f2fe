package org.fumikura.app.models;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.fumikura.app.fx.Lanes;

/// Adding and forgetting models on other machines. On the UI thread.
public final class EndpointsViewModel {
    private final Lanes lanes;
    private final EndpointSetup setup;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<EndpointState> state =
            new ReadOnlyObjectWrapper<>(new EndpointState.Idle());

    /// @param lanes whose worker may wait for the network
    /// @param changed called when the list of models is another
    public EndpointsViewModel(Lanes lanes, EndpointSetup setup, Runnable changed) {
        this.lanes = lanes;
        this.setup = setup;
        this.changed = changed;
    }

    /// How the last adding went.
    public ReadOnlyObjectProperty<EndpointState> state() {
        return state.getReadOnlyProperty();
    }

    /// Asks the server and adds the model; does nothing while another is being added.
    public void add(EndpointDraft draft) {
        if (state.get() instanceof EndpointState.Asking) {
            return;
        }
        state.set(new EndpointState.Asking());
        lanes.fetch(() -> setup.add(draft), this::added, this::failed);
    }

    /// Forgets it with its key.
    public void forget(ModelCard card) {
        lanes.fetch(
                () -> {
                    setup.forget(card.id());
                    return card;
                },
                _ -> changed.run(),
                this::failed);
    }

    private void added(String label) {
        state.set(new EndpointState.Added(label));
        changed.run();
    }

    private void failed(RuntimeException fault) {
        state.set(
                fault instanceof IllegalArgumentException
                        ? new EndpointState.Mistyped()
                        : new EndpointState.Failed(fault));
    }
}
