package org.fumikura.rag.answer;

/// An earlier question and answer of the same conversation, as the model saw them.
///
/// @param question as the person asked it, or as it was understood
/// @param prompt the user message as it was sent
/// @param reply what the model said, as [Answer#reply()]
public record Exchange(String question, String prompt, String reply) {}
