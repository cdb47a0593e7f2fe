package org.fumikura.rag.answer;

import java.util.Optional;

/// One of the two that a question asks to choose from, and what a document says of it.
///
/// @param name as the question calls it
/// @param said the sentence that names it and has most of the question's words; empty if none of
///   those that were read names it so
public record Alternative(String name, Optional<Statement> said) {}
