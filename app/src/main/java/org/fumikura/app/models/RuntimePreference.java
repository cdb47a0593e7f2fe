package org.fumikura.app.models;

/// Which llama.cpp models run on.
public enum RuntimePreference {
    /// The current one where it is installed and works, else the embedded one.
    FASTEST,
    /// The embedded one, always.
    EMBEDDED
}
