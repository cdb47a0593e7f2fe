package org.fumikura.app.window;

/// What stands on the right of the window.
public enum SidePanel {
    NONE,
    /// The cited document.
    VIEWER,
    /// How something was found.
    INSPECTION,
    /// The person's own questions, to compare searches on.
    QUESTIONS,
    /// The files.
    LIBRARY,
    /// The models.
    MODELS,
    /// How models are run.
    SETTINGS
}
