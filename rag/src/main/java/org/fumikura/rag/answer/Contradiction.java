package org.fumikura.rag.answer;

/// Two documents that do not say the same about what was asked.
///
/// @param one what the document that was found first says
/// @param other what the other says
public record Contradiction(Statement one, Statement other) {}
