package org.fumikura.rag.note;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Proposes how a note might go on. May be used from any thread.
public interface Proposing {
    /// Starts and returns at once. One proposal is written at a time; more wait their turn.
    ///
    /// @param before the note up to the cursor
    Pending propose(String before);

    /// A proposal in the making.
    interface Pending {
        /// The proposal; empty where the documents have nothing near to it. Fails with the fault
        /// that kept the model from writing, or with a [java.util.concurrent.CancellationException]
        /// once it was stopped.
        CompletableFuture<Optional<Proposal>> proposal();

        /// Ends it soon. Stops the model if that writes for it, and nobody else's.
        void stop();
    }
}
