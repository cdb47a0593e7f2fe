package org.fumikura.app.door;

/// How handing something over ended.
public enum Handover {
    /// The window did it.
    DONE,
    /// The window could not do it, and says why.
    FAILED,
    /// The window was closed meanwhile.
    BROKEN_OFF,
    /// No window with a door has the home open.
    NOBODY
}
