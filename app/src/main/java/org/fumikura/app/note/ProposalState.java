package org.fumikura.app.note;

import org.fumikura.rag.note.Proposal;

/// Whether and how the model proposes to go on with a note.
public sealed interface ProposalState {
    /// Nothing is proposed.
    record Quiet() implements ProposalState {}

    /// The model writes.
    record Writing() implements ProposalState {}

    /// There is a way to go on, to be taken or not.
    record Offered(Proposal proposal) implements ProposalState {}

    /// The documents have nothing that is near to the last sentences.
    record Nothing() implements ProposalState {}

    /// The model writes an answer or does a task, which goes first.
    record Busy() implements ProposalState {}

    /// The model could not write.
    record Failed(RuntimeException fault) implements ProposalState {}
}
