package org.fumikura.app.fx;

import javafx.scene.Node;
import javafx.util.Subscription;

/// A part of the window. A view shows one view model in one language; when the language changes it
/// is thrown away and another one is made for the same view model.
public abstract class View {
    private Subscription subscriptions = Subscription.EMPTY;

    /// What it puts into the window; always the same node.
    public abstract Node node();

    /// Keeps what the view listens to, so that [#dispose()] can end it.
    protected final void keep(Subscription subscription) {
        subscriptions = subscriptions.and(subscription);
    }

    /// Ends every subscription. The view is not used after that.
    public void dispose() {
        subscriptions.unsubscribe();
        subscriptions = Subscription.EMPTY;
    }
}
