package org.fumikura.rag.library;

import java.util.Optional;

/// The person's choices, by name. Durable when a call returns; may be used from any thread.
public interface Settings {
    /// What was chosen for `name`, if anything was.
    Optional<String> get(String name);

    /// Remembers a choice in the place of an earlier one.
    void put(String name, String value);
}
