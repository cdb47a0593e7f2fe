package org.fumikura.app.viewer;

/// How a person wants to see pages that can be drawn.
public enum PageForm {
    /// As they look.
    PICTURE,
    /// Their text alone.
    TEXT
}
