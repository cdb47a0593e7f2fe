package org.fumikura.app.chat;

import java.util.List;
import org.fumikura.app.viewer.Place;

/// What the chat asks of the rest of the window.
public interface ChatActions {
    /// Shows one of several places that belong together.
    void openPlaces(List<Place> together, int which);

    /// Shows how to get the models.
    void setUpModels();
}
