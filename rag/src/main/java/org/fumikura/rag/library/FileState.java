package org.fumikura.rag.library;

/// How far a file has come on its way into the library.
public enum FileState {
    /// Known, and waiting its turn.
    QUEUED,
    /// Being read and cut into passages.
    READING,
    /// Found by words; its meaning is still to be embedded.
    SEARCHABLE,
    /// Found by words and by meaning.
    READY,
    /// Not read; a [FileProblem] says why.
    PROBLEM
}
