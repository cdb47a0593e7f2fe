package org.fumikura.rag.library;

/// Whether a file of the library can be reached.
public enum FilePresence {
    /// Where it was, as far as is known.
    HERE,
    /// Its folder or drive cannot be reached now. It stays searchable from its stored text.
    OFFLINE,
    /// It was deleted, and the person took it back: its stored text lives on.
    GONE
}
