package org.fumikura.app.fakes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.fumikura.app.models.ImportState;
import org.fumikura.app.models.ModelCard;
import org.fumikura.app.models.ModelSetup;
import org.fumikura.app.models.ModelState;

/// Two models that are needed and one that could be chosen.
public final class FakeModels implements ModelSetup {
    private final List<ModelCard> cards = new ArrayList<>();
    private final List<Consumer<ModelCard>> listeners = new CopyOnWriteArrayList<>();
    private ImportState importing = new ImportState.Stopped();
    private Optional<String> own = Optional.empty();
    private int fetches;
    private int cancels;

    /// @param state of the models that are needed
    public FakeModels(ModelState state) {
        cards.add(card("chat", ModelCard.Role.CHAT, 1_117_320_768, ModelCard.Use.CHOSEN, state));
        cards.add(card("embed", ModelCard.Role.EMBEDDING, 73_578_784, ModelCard.Use.CHOSEN, state));
        cards.add(
                card(
                        "other",
                        ModelCard.Role.CHAT,
                        2_500_000_000L,
                        ModelCard.Use.OFFERED,
                        new ModelState.Missing()));
    }

    private static ModelCard card(
            String id, ModelCard.Role role, long bytes, ModelCard.Use use, ModelState state) {
        return new ModelCard(
                id,
                role,
                "Model " + id,
                "Apache-2.0",
                List.of("en", "ja"),
                bytes,
                2000,
                ModelCard.Fit.FITS,
                use,
                ModelCard.Place.HERE,
                state);
    }

    /// Lets a model be in a state.
    public void put(String id, ModelState state) {
        for (int i = 0; i < cards.size(); i++) {
            ModelCard card = cards.get(i);
            if (card.id().equals(id)) {
                ModelCard changed = card(id, card.role(), card.sizeBytes(), card.use(), state);
                cards.set(i, changed);
                listeners.forEach(listener -> listener.accept(changed));
            }
        }
    }

    /// Lets the next file be taken in, or refused.
    public void importEnds(ImportState state) {
        importing = state;
    }

    public int fetches() {
        return fetches;
    }

    public int cancels() {
        return cancels;
    }

    @Override
    public List<ModelCard> models() {
        return List.copyOf(cards);
    }

    @Override
    public Subscription subscribe(Consumer<ModelCard> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void fetchChosen() {
        fetches++;
    }

    @Override
    public void cancelFetch() {
        cancels++;
    }

    @Override
    public void importModel(Path file, Consumer<ImportState> listener) {
        listener.accept(importing);
    }

    @Override
    public void cancelImport() {}

    @Override
    public void lend(String id) {
        own =
                own.or(() ->
                        cards.stream()
                                .filter(card -> card.role() == ModelCard.Role.CHAT)
                                .filter(card -> card.use() == ModelCard.Use.CHOSEN)
                                .map(ModelCard::id)
                                .findFirst());
        use(id);
    }

    @Override
    public void giveBack() {
        own.ifPresent(this::use);
        own = Optional.empty();
    }

    @Override
    public void choose(String id) {
        own = Optional.empty();
        use(id);
    }

    private void use(String id) {
        cards.replaceAll(card ->
                card.role() == ModelCard.Role.CHAT
                        ? card(
                                card.id(),
                                card.role(),
                                card.sizeBytes(),
                                card.id().equals(id) ? ModelCard.Use.CHOSEN : ModelCard.Use.OFFERED,
                                card.state())
                        : card);
    }
}
