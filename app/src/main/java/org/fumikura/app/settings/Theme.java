package org.fumikura.app.settings;

/// Light or dark.
public enum Theme {
    /// As the desktop is.
    AUTO,
    LIGHT,
    DARK
}
