package org.fumikura.rag.library.archive;

/// Hears how far an export or import is, on the thread that does it.
@FunctionalInterface
public interface Progress {
    /// @param done bytes
    /// @param total bytes in all
    void at(long done, long total);
}
