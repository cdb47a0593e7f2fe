package org.fumikura.app.models;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// The models of this machine, as the window needs them. May be called from any thread; no call
/// blocks on the network, on a download or on a model being loaded.
public interface ModelSetup {
    /// The models that can be chosen, in the catalogue's order; exactly one of each needed role is
    /// [ModelCard.Use#CHOSEN].
    List<ModelCard> models();

    /// Tells `listener` of every model whose card changed, from now on, on any thread, until the
    /// returned handle is closed. Progress comes at most ten times a second a model.
    Subscription subscribe(Consumer<ModelCard> listener);

    /// Starts getting the chosen models that are not on this machine; goes on where an earlier
    /// fetch stopped. Does nothing while one is under way. The outcome shows in the cards' states.
    void fetchChosen();

    /// Stops fetching soon. What came is kept, and the states go back to [ModelState.Missing].
    void cancelFetch();

    /// Starts copying a person's own model file among the models. The listener hears how far it is
    /// and, last, how it ended, on any thread.
    void importModel(Path file, Consumer<ImportState> listener);

    /// Stops copying soon; nothing of the copy stays.
    void cancelImport();

    /// Makes this model the one of its role, from the next question on. Remembered. It is not
    /// fetched by this.
    void choose(String id);

    /// Makes this chat model the chosen one for a while. Not remembered: the person's own is chosen
    /// again after [#giveBack()] and at the next start, and whatever they choose meanwhile stays.
    void lend(String id);

    /// Makes the person's own chat model the chosen one again.
    void giveBack();

    /// Ends a subscription.
    @FunctionalInterface
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
