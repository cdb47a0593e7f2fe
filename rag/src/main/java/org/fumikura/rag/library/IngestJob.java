package org.fumikura.rag.library;

import java.util.concurrent.CompletableFuture;

/// Files on their way into the library.
public interface IngestJob {
    /// Completes when every file of the job is searchable by words or has a problem.
    CompletableFuture<IngestReport> words();

    /// Completes when, beyond that, every file is searchable by meaning; the same as [#words()]
    /// where there is no embedding model. Completes exceptionally with the fault if embedding
    /// cannot go on.
    CompletableFuture<IngestReport> meaning();

    /// Stops soon. Nothing done is lost; both futures complete with what was reached.
    void cancel();
}
