package org.fumikura.rag.answer;

import java.util.List;
import org.fumikura.rag.Span;

/// One sentence of an answer and what was found for it.
///
/// @param before the white space between the sentence before and this one, line breaks included
/// @param text the sentence without citation marks and surrounding white space
/// @param citations numbers of the citations that support it or a part of it
/// @param unborne the parts of `text` that nothing bears out, in order; empty unless partly
///   supported
public record AnswerSentence(
        String before, String text, Support support, List<Integer> citations, List<Span> unborne) {
    public AnswerSentence {
        citations = List.copyOf(citations);
        unborne = List.copyOf(unborne);
    }

    /// A sentence that stands or falls as a whole.
    public AnswerSentence(String before, String text, Support support, List<Integer> citations) {
        this(before, text, support, citations, List.of());
    }

    /// The same claim in other words; only of one that stands or falls as a whole.
    AnswerSentence saidAs(String words) {
        return new AnswerSentence(before, words, support, citations);
    }

    /// Whether the evidence bears a sentence out.
    public enum Support {
        /// A passage says so.
        SUPPORTED,
        /// A passage says a part of it, and none the rest: shown, with the rest marked.
        PARTLY,
        /// No passage says so: left out of the answer, or shown and marked.
        UNSUPPORTED,
        /// No passage says so, and none had to: the model knows it, or believes to.
        OWN,
        /// It claims nothing (a greeting, a heading, a refusal).
        NONE
    }
}
