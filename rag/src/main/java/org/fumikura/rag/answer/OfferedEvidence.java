package org.fumikura.rag.answer;

import java.util.List;

/// What an answer may be read from.
///
/// @param lead what of the best passage is nearest to the question
/// @param all that there is room for
record OfferedEvidence(ChosenEvidence lead, ChosenEvidence all) {
    /// Nothing.
    static final OfferedEvidence NONE =
            new OfferedEvidence(ChosenEvidence.NONE, ChosenEvidence.NONE);

    /// In what order it is read: each time only if no answer came of what was read before. A small
    /// model reads one place better than several.
    ///
    /// @param inOnePlace whether the question is one that a single place answers
    List<ChosenEvidence> readings(boolean inOnePlace) {
        return inOnePlace && !shown(lead).equals(shown(all)) ? List.of(lead, all) : List.of(all);
    }

    private static List<String> shown(ChosenEvidence evidence) {
        return evidence.passages().stream().map(EvidencePassage::shown).toList();
    }
}
