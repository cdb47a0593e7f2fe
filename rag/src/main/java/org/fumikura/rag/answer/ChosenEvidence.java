package org.fumikura.rag.answer;

import java.util.List;
import java.util.Optional;
import org.fumikura.rag.library.Source;

/// What is read for an answer.
///
/// @param passages best first, but for neighbours, which stand in their document's order
/// @param whole the document that the best of them is from, where all of it is among them
record ChosenEvidence(List<EvidencePassage> passages, Optional<Source> whole) {
    /// Nothing.
    static final ChosenEvidence NONE = new ChosenEvidence(List.of(), Optional.empty());

    ChosenEvidence {
        passages = List.copyOf(passages);
    }
}
