package org.fumikura.rag.library;

/// Whether the library reads and embeds.
public enum WorkState {
    /// There is nothing to do.
    IDLE,
    /// Files are looked at, read or embedded.
    WORKING,
    /// There is work, and it waits for [Library#goOn()].
    PAUSED
}
