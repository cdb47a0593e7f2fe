package org.fumikura.rag.library;

/// What is done first, most urgent first.
enum Urgency {
    /// Files that the person named one by one, took back or looks at.
    NOW,
    /// Folders that the person added.
    SOON,
    /// What the library found by itself.
    LATER
}
