package org.fumikura.app.models;

import java.util.Optional;

/// Which models the person chose. Remembered; may be used from any thread.
public interface ModelChoices {
    /// The id of the model chosen for a role, if one was.
    Optional<String> chosen(ModelCard.Role role);

    /// Remembers a choice; an empty id stands for none.
    void choose(ModelCard.Role role, String id);
}
