package org.fumikura.rag.answer;

/// An earlier question and answer of the same conversation, as the model saw them.
///
/// @param question as the person asked it
/// @param prompt the user message as it was sent
/// @param reply the model's own words
public record Exchange(String question, String prompt, String reply) {}
