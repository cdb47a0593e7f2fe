package org.fumikura.rag.answer;

/// What a model is to write from passages.
///
/// @param system the instructions, before the passages
/// @param request what is wanted, after them
/// @param language of both, and of what is to be written
/// @param tokens how long it may become
public record Assignment(String system, String request, Language language, int tokens) {}
