package org.fumikura.rag.answer;

/// How a person wants a question answered.
///
/// @param grounding what the answer may rest on
public record Manner(Grounding grounding) {
    /// From the documents alone.
    public static final Manner USUAL = new Manner(Grounding.STRICT);
}
