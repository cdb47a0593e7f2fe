package org.fumikura.rag.answer;

import java.util.List;
import java.util.Optional;
import org.fumikura.rag.library.Source;

/// What an answer may be read from.
///
/// @param passages best first, but for neighbours, which stand in their document's order
/// @param whole the document that the best of them is from, where all of it is among them
record ChosenEvidence(List<EvidencePassage> passages, Optional<Source> whole) {
    /// None.
    static final ChosenEvidence NONE = new ChosenEvidence(List.of(), Optional.empty());

    ChosenEvidence {
        passages = List.copyOf(passages);
    }

    /// The best passage with the neighbours that are here too. A small model reads one place better
    /// than several.
    List<EvidencePassage> lead() {
        int end = Math.min(1, passages.size());
        while (end < passages.size() && passages.get(end).isBeside(passages.get(end - 1))) {
            end++;
        }
        return passages.subList(0, end);
    }

    /// In what order it is read: each time only if no answer came of what was read before.
    ///
    /// @param inOnePlace whether the question is one that a single place answers
    List<List<EvidencePassage>> readings(boolean inOnePlace) {
        List<EvidencePassage> lead = lead();
        return inOnePlace && lead.size() < passages.size()
                ? List.of(lead, passages)
                : List.of(passages);
    }
}
