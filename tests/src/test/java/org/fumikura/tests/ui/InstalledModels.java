package org.fumikura.tests.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.fumikura.app.models.ImportState;
import org.fumikura.app.models.ModelCard;
import org.fumikura.app.models.ModelSetup;
import org.fumikura.app.models.ModelState;

/// Both models are there and ready.
final class InstalledModels implements ModelSetup {
    private final ModelCard chat;

    InstalledModels() {
        this(card("Qwen2.5-Coder 1.5B Instruct", ModelCard.Role.CHAT, 1_117_320_768));
    }

    /// @param chat writes the answers
    InstalledModels(ModelCard chat) {
        this.chat = chat;
    }

    @Override
    public List<ModelCard> models() {
        return List.of(chat, card("multilingual-e5-small", ModelCard.Role.EMBEDDING, 73_578_784));
    }

    private static ModelCard card(String title, ModelCard.Role role, long bytes) {
        return new ModelCard(
                title,
                role,
                title,
                "Apache-2.0",
                List.of("en", "ja"),
                bytes,
                2000,
                ModelCard.Fit.FITS,
                ModelCard.Use.CHOSEN,
                ModelCard.Place.HERE,
                new ModelState.Ready());
    }

    @Override
    public Subscription subscribe(Consumer<ModelCard> listener) {
        return () -> {};
    }

    @Override
    public void fetchChosen() {}

    @Override
    public void cancelFetch() {}

    @Override
    public void importModel(Path file, Consumer<ImportState> listener) {
        listener.accept(new ImportState.Done(String.valueOf(file.getFileName())));
    }

    @Override
    public void cancelImport() {}

    @Override
    public void choose(String id) {}

    @Override
    public void lend(String id) {}

    @Override
    public void giveBack() {}
}
