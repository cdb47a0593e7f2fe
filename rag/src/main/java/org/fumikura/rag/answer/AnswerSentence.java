package org.fumikura.rag.answer;

import java.util.List;

/// One sentence of an answer and what was found for it.
///
/// @param before the white space between the sentence before and this one, line breaks included
/// @param text the sentence without citation marks and surrounding white space
/// @param citations numbers of the citations that support it; empty unless supported
public record AnswerSentence(String before, String text, Support support, List<Integer> citations) {
    public AnswerSentence {
        citations = List.copyOf(citations);
    }

    /// Whether the evidence bears a sentence out.
    public enum Support {
        /// A passage says so.
        SUPPORTED,
        /// No passage says so: left out of the answer, or shown and marked.
        UNSUPPORTED,
        /// No passage says so, and none had to: the model knows it, or believes to.
        OWN,
        /// It claims nothing (a greeting, a heading, a refusal).
        NONE
    }
}
