package org.fumikura.app.models;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.fumikura.inference.remote.Endpoint;
import org.fumikura.inference.remote.EndpointProbe;
import org.fumikura.inference.remote.EndpointStore;
import org.fumikura.inference.remote.RemoteChatModel;
import org.fumikura.inference.remote.RemoteEmbeddingModel;
import org.fumikura.inference.remote.RemoteTimeouts;
import org.jspecify.annotations.Nullable;

/// The models on other machines that the person added. Nothing is sent to one before it is chosen,
/// but for the check when it is added. May be used from any thread.
public final class RemoteModels implements EndpointSetup {
    private final EndpointStore store;
    private final RemoteTimeouts timeouts;
    private @Nullable RemoteChatModel chat;

    public RemoteModels(EndpointStore store, RemoteTimeouts timeouts) {
        this.store = store;
        this.timeouts = timeouts;
    }

    /// All of them, in the order they were added.
    public List<Endpoint> all() {
        return store.all();
    }

    /// The one of this id.
    public Optional<Endpoint> find(String id) {
        return id.startsWith(Endpoint.ID_START) ? store.find(id) : Optional.empty();
    }

    /// Asks the server what it has and adds it.
    ///
    /// @throws org.fumikura.inference.InferenceException as [EndpointProbe#add] says
    public Endpoint add(
            String name,
            URI address,
            Optional<String> model,
            Endpoint.Role role,
            Optional<String> key) {
        return new EndpointProbe(timeouts).add(store, name, address, model, role, key);
    }

    @Override
    public String add(EndpointDraft draft) {
        return add(
                        draft.name(),
                        URI.create(draft.address()),
                        given(draft.model()),
                        draft.role(),
                        given(draft.key()))
                .label();
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(typed -> !typed.isEmpty());
    }

    @Override
    public void forget(String id) {
        find(id).ifPresent(this::remove);
    }

    /// Forgets one with its key.
    public void remove(Endpoint endpoint) {
        store.remove(endpoint);
    }

    /// The model that writes.
    public synchronized RemoteChatModel chat(Endpoint endpoint) {
        RemoteChatModel current = chat;
        if (current == null || !current.endpoint().equals(endpoint)) {
            current = new RemoteChatModel(store, endpoint, timeouts);
            chat = current;
        }
        return current;
    }

    /// The model that makes vectors.
    public RemoteEmbeddingModel embedder(Endpoint endpoint) {
        return new RemoteEmbeddingModel(store, endpoint, timeouts);
    }

    /// What a person sees of one.
    static ModelCard card(Endpoint endpoint, ModelCard.Use use) {
        return new ModelCard(
                endpoint.id(),
                role(endpoint),
                endpoint.label(),
                "",
                List.of(),
                0,
                0,
                ModelCard.Fit.FITS,
                use,
                ModelCard.Place.ELSEWHERE,
                new ModelState.Ready());
    }

    static ModelCard.Role role(Endpoint endpoint) {
        return switch (endpoint.role()) {
            case CHAT -> ModelCard.Role.CHAT;
            case EMBEDDING -> ModelCard.Role.EMBEDDING;
        };
    }
}
