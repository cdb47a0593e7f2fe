package org.fumikura.rag.answer;

import java.util.List;

/// An answer, checked.
///
/// @param searched what was searched for, where that is not what was asked: words put right, a
///   follow-up with what it leans on; else empty
/// @param text the sentences as shown, with citation marks `[n]`; empty if abstained
/// @param verdict whether the documents answer the question
/// @param citations in order of their numbers
/// @param hits the passages found, best first
/// @param model name of the model that wrote it; empty if none did
/// @param prompt the user message as it was sent to the model, kept so that a follow-up can repeat
///   it and prefill only what is new; empty if none was sent
/// @param reply what the model said to it, as a follow-up repeats it: its own words as far as they
///   were shown, or a plain refusal in their place; empty if it said nothing
/// @param remarks what is to be said beside it
public record Answer(
        String question,
        String searched,
        String text,
        Language language,
        Verdict verdict,
        List<AnswerSentence> sentences,
        List<Citation> citations,
        List<Hit> hits,
        String model,
        Timings timings,
        String prompt,
        String reply,
        Remarks remarks) {
    public Answer {
        sentences = List.copyOf(sentences);
        citations = List.copyOf(citations);
        hits = List.copyOf(hits);
    }

    /// Whether the documents answer the question.
    public enum Verdict {
        /// They do.
        ANSWERED,
        /// They do not, as far as can be seen: the nearest passages are shown instead.
        ABSTAINED,
        /// The person stopped the answer; what was written is kept.
        STOPPED
    }
}
