package org.fumikura.rag.library;

import java.util.concurrent.CompletableFuture;

/// Files on their way into the library.
public interface IngestJob {
    /// Completes when every file of the job is searchable by words or has a problem.
    CompletableFuture<IngestReport> words();

    /// Completes when, beyond that, pictures of text are recognised, where a program for that is
    /// installed, and every file is searchable by meaning, where there is an embedding model.
    /// Completes exceptionally with the fault if either cannot go on.
    CompletableFuture<IngestReport> meaning();

    /// Stops soon. Nothing done is lost; both futures complete with what was reached.
    void cancel();
}
