package org.fumikura.rag.answer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fumikura.rag.answer.AnswerSentence.Support;
import org.fumikura.rag.answer.Attribution.Finding;
import org.fumikura.rag.answer.GroundedAnswerer.WritingModel;

/// Says a sentence of an answer in the language of its evidence, where that is another: only then
/// can their words, names and numbers be compared. The model translates without the evidence before
/// its eyes, so that it does not write what the evidence says in the place of what the sentence
/// says. Waits for the model.
///
/// @param into the language of the evidence
record Rendering(WritingModel model, Attribution attribution, Language into) {
    /// For an answer in `language` over `evidence`; empty where all of it is in that language.
    static Optional<Rendering> of(
            WritingModel model,
            Attribution attribution,
            Language language,
            List<EvidencePassage> evidence) {
        return evidence.stream()
                .map(passage -> Language.of(passage.shown()))
                .filter(spoken -> spoken != language)
                .findFirst()
                .map(other -> new Rendering(model, attribution, other));
    }

    /// Whether a sentence has to be translated before its words can tell anything: nothing of its
    /// own language comes near it.
    ///
    /// @param found what its words tell as they are
    boolean concerns(String sentence, Finding found) {
        return found.support() == Support.UNSUPPORTED
                && Language.of(sentence) != into
                && found.nearest().stream().allMatch(place -> place.language() == into);
    }

    /// What the words of the translated sentence tell; empty if the model gave none.
    Optional<Finding> translated(String sentence) {
        return Saying.of(model, Translation.messages(sentence, into), Translation.TOKENS)
                .map(said -> said.lines().findFirst().orElse("").strip())
                .filter(said -> Language.of(said) == into)
                .map(said -> attribution.attribute(said, Set.of()));
    }
}
