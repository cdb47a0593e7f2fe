package org.fumikura.app.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Waits for services that work on their own threads.
final class Waiting {
    private Waiting() {}

    /// The result, or the service's own fault, so that its sentence can be told.
    static <T> T on(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException fault) {
            if (fault.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw fault;
        }
    }
}
