package org.fumikura.rag.parse;

/// Thrown inside this package to leave a parser whose thread was interrupted; the flag stays set.
final class Interruption extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Interruption() {
        super("interrupted", null, false, false);
    }

    /// @throws Interruption if the current thread is interrupted
    static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new Interruption();
        }
    }
}
