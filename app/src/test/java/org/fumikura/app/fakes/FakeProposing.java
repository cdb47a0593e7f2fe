package org.fumikura.app.fakes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.fumikura.rag.note.Proposal;
import org.fumikura.rag.note.Proposing;

/// Proposes what a test says, when it says so.
public final class FakeProposing implements Proposing {
    private final List<String> asked = new ArrayList<>();
    private final List<CompletableFuture<Optional<Proposal>>> pending = new ArrayList<>();
    private int stops;

    /// What was to be gone on with, in order.
    public List<String> asked() {
        return asked;
    }

    /// How many were stopped.
    public int stops() {
        return stops;
    }

    /// Ends the last one.
    public void propose(Optional<Proposal> proposal) {
        pending.getLast().complete(proposal);
    }

    /// Lets the last one fail.
    public void fail(RuntimeException fault) {
        pending.getLast().completeExceptionally(fault);
    }

    @Override
    public Pending propose(String before) {
        asked.add(before);
        var future = new CompletableFuture<Optional<Proposal>>();
        pending.add(future);
        return new Pending() {
            @Override
            public CompletableFuture<Optional<Proposal>> proposal() {
                return future;
            }

            @Override
            public void stop() {
                stops++;
            }
        };
    }
}
